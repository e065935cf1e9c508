package gemwright.source.torch.script.syntax;

import gemwright.base.Problem;
import gemwright.source.torch.script.syntax.Token.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts a source into tokens, with its indentation, as Python's lexical analysis does.
final class Lexer {
    private static final int DEEPEST = 100;
    private static final String SIGNS = "()[]{},:.=-+*/%<>!&|^~@;";

    private final String source;
    private final String where;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private int at;
    private int brackets;

    private Lexer(String source, String where) {
        this.source = source;
        this.where = where;
    }

    /// @param where the entry of the archive, for messages
    static List<Token> tokens(String source, String where) throws Problem {
        Lexer lexer = new Lexer(source, where);
        while (lexer.at < source.length()) {
            lexer.line();
        }
        lexer.indent(0);
        lexer.add(Kind.END, "", source.length());
        return lexer.tokens;
    }

    private void line() throws Problem {
        int start = at;
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        if (atLineEnd()) {
            at++;
            return;
        }
        indent(at - start);
        while (!atLineEnd() || (brackets > 0 && at < source.length())) {
            token();
        }
        add(Kind.NEW_LINE, "", at);
        at++;
    }

    private boolean atLineEnd() {
        return at >= source.length() || source.charAt(at) == '\n' || source.charAt(at) == '#';
    }

    private void indent(int depth) throws Problem {
        if (depth > indents.element()) {
            if (indents.size() > DEEPEST) {
                throw Problem.of("torch.source", place(at), "is nested too deeply");
            }
            indents.push(depth);
            add(Kind.INDENT, "", at);
        }
        while (depth < indents.element()) {
            indents.pop();
            add(Kind.DEDENT, "", at);
        }
        if (depth != indents.element()) {
            throw Problem.of("torch.source", place(at), "is indented unevenly");
        }
    }

    private void token() throws Problem {
        char c = source.charAt(at);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            at++;
        } else if (c == '"' || c == '\'') {
            text(c);
        } else if (Character.isDigit(c)) {
            number();
        } else if (Character.isJavaIdentifierStart(c)) {
            name();
        } else if (c == '-' && source.startsWith("->", at)) {
            add(Kind.SIGN, "->", at);
            at += 2;
        } else if (SIGNS.indexOf(c) >= 0) {
            brackets += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            add(Kind.SIGN, String.valueOf(c), at);
            at++;
        } else {
            throw Problem.of("torch.source", place(at), "holds the character " + c);
        }
    }

    private void name() {
        int start = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        add(Kind.NAME, source.substring(start, at), start);
    }

    private void number() {
        int start = at;
        while (at < source.length() && isOfNumber(source.charAt(at))) {
            at++;
        }
        add(Kind.NUMBER, source.substring(start, at), start);
    }

    private boolean isOfNumber(char c) {
        boolean sign = (c == '-' || c == '+') && "eE".indexOf(source.charAt(at - 1)) >= 0;
        return Character.isLetterOrDigit(c) || c == '.' || sign;
    }

    /// Escapes are those of C, with three octal digits for what cannot be printed.
    private void text(char quote) throws Problem {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < source.length() && source.charAt(at) != quote) {
            char c = source.charAt(at++);
            text.append(c == '\\' && at < source.length() ? escaped() : c);
        }
        if (at >= source.length()) {
            throw Problem.of("torch.source", place(start), "holds a text without an end");
        }
        at++;
        add(Kind.TEXT, text.toString(), start);
    }

    private char escaped() {
        char c = source.charAt(at++);
        if (c >= '0' && c <= '7') {
            int code = c - '0';
            for (int i = 0; i < 2 && at < source.length(); i++) {
                char next = source.charAt(at);
                if (next < '0' || next > '7') {
                    break;
                }
                code = code * 8 + (next - '0');
                at++;
            }
            return (char) code;
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000b';
            default -> c;
        };
    }

    private void add(Kind kind, String text, int from) {
        tokens.add(new Token(kind, text, from));
    }

    private String place(int offset) {
        return where + ", character " + offset;
    }
}
