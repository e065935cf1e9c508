package gemwright.source.torch.script.syntax;

/// The smallest part of a source.
///
/// @param text what it spells; of a text what it says
/// @param at where it begins in the file, in characters
record Token(Kind kind, String text, int at) {
    /// What a token is.
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        NEW_LINE,
        INDENT,
        DEDENT,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
}
