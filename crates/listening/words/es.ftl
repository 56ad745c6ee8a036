# Palabras de la escucha.

## Concerns, conversation, promises

## (end of concerns)



## Signs and tracking

## (end of signs)



## Interface for programs

## (end of programs)
