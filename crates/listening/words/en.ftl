# Words of the listening slice.

## Concerns, conversation, promises

## (end of concerns)



## Signs and tracking

## (end of signs)



## Interface for programs

## (end of programs)
