package gemwright.source.torch.script.syntax;

import gemwright.base.Problem;
import gemwright.source.torch.script.syntax.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/// Reads expressions. TorchScript writes operators as calls, so there are hardly any signs.
final class ExpressionParser {
    private static final int DEEPEST = 100;

    private final TokenStream tokens;
    private int depth;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /// An expression, or several with commas between, which are a tuple.
    Expression tuple() throws Problem {
        int at = tokens.peek().at();
        Expression first = next();
        if (!tokens.peek().is(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.accept(",")) {
            if (tokens.peek().kind() != Kind.NEW_LINE && !tokens.peek().is("]")) {
                items.add(next());
            }
        }
        return new Expression.TupleDisplay(items, at);
    }

    /// One expression.
    Expression next() throws Problem {
        if (++depth > DEEPEST) {
            throw tokens.unexpected();
        }
        int at = tokens.peek().at();
        Expression read =
                tokens.accept("-") ? new Expression.Negative(next(), at) : followed(primary());
        depth--;
        return read;
    }

    private Expression primary() throws Problem {
        Token token = tokens.next();
        int at = token.at();
        switch (token.kind()) {
            case NAME -> {
                return new Expression.Name(token.text(), at);
            }
            case TEXT -> {
                return new Expression.TextLiteral(token.text(), at);
            }
            case NUMBER -> {
                return number(token);
            }
            case SIGN -> {
                if (token.is("(")) {
                    return parenthesis(at);
                }
                if (token.is("[")) {
                    return new Expression.ListDisplay(upTo("]"), at);
                }
                if (token.is("{")) {
                    return new Expression.DictDisplay(upTo("}"), at);
                }
            }
            case NEW_LINE, INDENT, DEDENT, END -> {}
        }
        throw tokens.unexpected();
    }

    private Expression parenthesis(int at) throws Problem {
        if (tokens.accept(")")) {
            return new Expression.TupleDisplay(List.of(), at);
        }
        Expression first = next();
        if (tokens.accept(")")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        tokens.expect(",");
        items.addAll(upTo(")"));
        return new Expression.TupleDisplay(items, at);
    }

    /// Expressions with commas (or the colons of a dict) between, up to a bracket.
    private List<Expression> upTo(String bracket) throws Problem {
        List<Expression> items = new ArrayList<>();
        while (!tokens.accept(bracket)) {
            items.add(next());
            if (!tokens.accept(",") && !(bracket.equals("}") && tokens.accept(":"))) {
                tokens.expect(bracket);
                return items;
            }
        }
        return items;
    }

    private Expression number(Token token) throws Problem {
        String text = token.text();
        try {
            return text.matches("[0-9]+")
                    ? new Expression.IntegerLiteral(Long.parseLong(text), token.at())
                    : new Expression.FloatLiteral(Double.parseDouble(text), token.at());
        } catch (NumberFormatException other) {
            throw tokens.unexpected();
        }
    }

    private Expression followed(Expression first) throws Problem {
        Expression read = first;
        while (true) {
            int at = first.at();
            if (tokens.accept(".")) {
                read = new Expression.Member(read, tokens.name(), at);
            } else if (tokens.accept("[")) {
                read = new Expression.Index(read, tuple(), at);
                tokens.expect("]");
            } else if (tokens.accept("(")) {
                read = call(read, at);
            } else {
                return read;
            }
        }
    }

    private Expression call(Expression called, int at) throws Problem {
        List<Expression> arguments = new ArrayList<>();
        List<Expression.Keyword> keywords = new ArrayList<>();
        while (!tokens.accept(")")) {
            if (tokens.isKeyword()) {
                String name = tokens.name();
                tokens.expect("=");
                keywords.add(new Expression.Keyword(name, next()));
            } else {
                arguments.add(next());
            }
            if (!tokens.accept(",")) {
                tokens.expect(")");
                break;
            }
        }
        return new Expression.Call(called, arguments, keywords, at);
    }
}
