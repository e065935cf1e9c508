package gemwright.source.torch.script.syntax;

import java.util.List;

/// What has a value. `at` is where it begins in its file, in characters.
public sealed interface Expression {
    /// Where it begins.
    int at();

    /// A name: `x`, `torch`, `None`.
    record Name(String name, int at) implements Expression {}

    /// A whole number.
    record IntegerLiteral(long value, int at) implements Expression {}

    /// A number with a fraction.
    record FloatLiteral(double value, int at) implements Expression {}

    /// A text.
    record TextLiteral(String value, int at) implements Expression {}

    /// `of.name`.
    record Member(Expression of, String name, int at) implements Expression {}

    /// `of[index]`; several indices in a type, as in `Dict[str, int]`, are a tuple.
    record Index(Expression of, Expression index, int at) implements Expression {}

    /// `called(arguments, name=value)`.
    record Call(Expression called, List<Expression> arguments, List<Keyword> keywords, int at)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            keywords = List.copyOf(keywords);
        }
    }

    /// `[a, b]`.
    record ListDisplay(List<Expression> items, int at) implements Expression {
        public ListDisplay {
            items = List.copyOf(items);
        }
    }

    /// `(a, b)`.
    record TupleDisplay(List<Expression> items, int at) implements Expression {
        public TupleDisplay {
            items = List.copyOf(items);
        }
    }

    /// `{a: b}`: keys and values in turn.
    record DictDisplay(List<Expression> keysAndValues, int at) implements Expression {
        public DictDisplay {
            keysAndValues = List.copyOf(keysAndValues);
        }
    }

    /// `-value`.
    record Negative(Expression value, int at) implements Expression {}

    /// An argument by name.
    record Keyword(String name, Expression value) {}
}
