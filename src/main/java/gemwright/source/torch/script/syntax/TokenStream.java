package gemwright.source.torch.script.syntax;

import gemwright.base.Problem;
import gemwright.source.torch.script.syntax.Token.Kind;

import java.util.List;

/// Tokens from front to back.
final class TokenStream {
    private final List<Token> tokens;
    private final String where;
    private int at;

    TokenStream(List<Token> tokens, String where) {
        this.tokens = tokens;
        this.where = where;
    }

    /// The next one; the last stays for ever.
    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /// Whether the next one follows another name or sign: `name=` in a call.
    boolean isKeyword() {
        return peek().kind() == Kind.NAME
                && tokens.get(Math.min(at + 1, tokens.size() - 1)).is("=");
    }

    boolean accept(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            next();
        }
        return there;
    }

    boolean accept(Kind kind) {
        boolean there = peek().kind() == kind;
        if (there) {
            next();
        }
        return there;
    }

    void expect(String sign) throws Problem {
        if (!accept(sign)) {
            throw unexpected();
        }
    }

    void expect(Kind kind) throws Problem {
        if (!accept(kind)) {
            throw unexpected();
        }
    }

    String name() throws Problem {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return next().text();
    }

    /// The next token does not belong there.
    Problem unexpected() {
        Token token = peek();
        String what = token.text().isEmpty() ? token.kind().name() : token.text();
        return Problem.of(
                "torch.source", where + ", character " + token.at(), "holds an unexpected " + what);
    }
}
