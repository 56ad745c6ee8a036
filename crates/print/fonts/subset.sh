# Makes the font files of this folder out of Debian's packages fonts-noto-core and fonts-noto-mono
# (20201225-1): the letters that we print, without the rest and without hints.
#   sh subset.sh FOLDER-OF-NOTO-FONTS      (pyftsubset is in Debian's package fonttools)
from="$1"
letters="U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BD,U+02C6-02DD,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-218F,U+2190-21FF,U+2212,U+25A0-25FF,U+FB00-FB04,U+FFFD"
make() { # file, characters
    pyftsubset "$from/$1.ttf" --unicodes="$2" --output-file="$1.ttf" --no-hinting --desubroutinize \
        --layout-features=kern,mark,mkmk,ccmp,locl --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 --drop-tables+=MATH
}
for face in NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSans-BoldItalic; do make $face "$letters"; done
make NotoSansMono-Regular "$letters"
make NotoSansMath-Regular "U+2190-21FF,U+2200-22FF,U+27F5-27FF"
make NotoSansSymbols-Regular "U+2460-24FF,U+2776-2793,U+1F100-1F10C"
make NotoSansSymbols2-Regular "U+25A0-25FF,U+2600-26FF,U+2700-27BF,U+2B05-2B0D,U+FFFD"
