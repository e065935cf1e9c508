package gemwright.source.torch.script.syntax;

import gemwright.base.Problem;
import gemwright.source.torch.script.syntax.Token.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads files of TorchScript source, by recursive descent: classes, functions and statements, as
/// `torch/csrc/jit/serialization/python_print.cpp` of PyTorch 2.9 writes them.
public final class Parser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final String file;

    private Parser(TokenStream tokens, String file) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.file = file;
    }

    /// Parses a file.
    ///
    /// @param file the entry of the archive
    /// @param where archive and entry, for messages
    /// @throws Problem where it is no such source
    public static SourceFile parse(String source, String file, String where) throws Problem {
        Parser parser = new Parser(new TokenStream(Lexer.tokens(source, where), where), file);
        Map<String, ClassSource> classes = new LinkedHashMap<>();
        Map<String, Method> functions = new LinkedHashMap<>();
        while (parser.tokens.peek().kind() != Kind.END) {
            if (parser.tokens.peek().is("class")) {
                ClassSource read = parser.classSource();
                classes.put(read.name(), read);
            } else {
                Method read = parser.method();
                functions.put(read.name(), read);
            }
        }
        return new SourceFile(classes, functions);
    }

    private ClassSource classSource() throws Problem {
        tokens.expect("class");
        String name = tokens.name();
        String base = "";
        if (tokens.accept("(")) {
            base = tokens.peek().is(")") ? "" : tokens.name();
            tokens.expect(")");
        }
        Map<String, Expression> attributes = new LinkedHashMap<>();
        Map<String, Expression> constants = new LinkedHashMap<>();
        Map<String, Method> methods = new LinkedHashMap<>();
        tokens.expect(":");
        tokens.expect(Kind.NEW_LINE);
        tokens.expect(Kind.INDENT);
        while (!tokens.accept(Kind.DEDENT)) {
            if (tokens.peek().is("def")) {
                Method method = method();
                methods.put(method.name(), method);
            } else {
                attribute(attributes, constants);
            }
        }
        return new ClassSource(name, base, attributes, constants, methods);
    }

    /// `name : Type`, `name : Final[int] = 3`, `__parameters__ = [...]`, `__annotations__["0"] =
    /// Type` for a name that is no identifier, or `pass`.
    private void attribute(Map<String, Expression> attributes, Map<String, Expression> constants)
            throws Problem {
        if (tokens.accept("pass")) {
            tokens.expect(Kind.NEW_LINE);
            return;
        }
        Expression target = expressions.next();
        String name =
                switch (target) {
                    case Expression.Name(var simple, _) -> simple;
                    case Expression.Index(_, Expression.TextLiteral(var quoted, _), _) -> quoted;
                    default -> throw tokens.unexpected();
                };
        if (tokens.accept(":")) {
            attributes.put(name, expressions.next());
            if (tokens.accept("=")) {
                constants.put(name, expressions.next());
            }
        } else {
            tokens.expect("=");
            Expression value = expressions.next();
            (target instanceof Expression.Index ? attributes : constants).put(name, value);
        }
        tokens.expect(Kind.NEW_LINE);
    }

    private Method method() throws Problem {
        int at = tokens.peek().at();
        tokens.expect("def");
        String name = tokens.name();
        tokens.expect("(");
        List<Method.Parameter> parameters = new ArrayList<>();
        while (!tokens.accept(")")) {
            parameters.add(parameter());
            tokens.accept(",");
        }
        if (tokens.accept("->")) {
            expressions.next();
        }
        return new Method(name, parameters, block(), file, at);
    }

    private Method.Parameter parameter() throws Problem {
        int at = tokens.peek().at();
        String name = tokens.name();
        Expression type = new Expression.Name("Tensor", at);
        if (tokens.accept(":")) {
            type = expressions.next();
        }
        Optional<Expression> value =
                tokens.accept("=") ? Optional.of(expressions.next()) : Optional.empty();
        return new Method.Parameter(name, type, value);
    }

    private List<Statement> block() throws Problem {
        tokens.expect(":");
        tokens.expect(Kind.NEW_LINE);
        tokens.expect(Kind.INDENT);
        List<Statement> statements = new ArrayList<>();
        while (!tokens.accept(Kind.DEDENT)) {
            statement().ifPresent(statements::add);
        }
        return statements;
    }

    /// Empty for `pass`.
    private Optional<Statement> statement() throws Problem {
        int at = tokens.peek().at();
        if (tokens.accept("pass")) {
            tokens.expect(Kind.NEW_LINE);
            return Optional.empty();
        }
        if (tokens.accept("return")) {
            Optional<Expression> value =
                    tokens.peek().kind() == Kind.NEW_LINE
                            ? Optional.empty()
                            : Optional.of(expressions.tuple());
            tokens.expect(Kind.NEW_LINE);
            return Optional.of(new Statement.Return(value, at));
        }
        if (tokens.accept("if")) {
            Expression condition = expressions.next();
            List<Statement> then = block();
            List<Statement> otherwise = tokens.accept("else") ? block() : List.of();
            return Optional.of(new Statement.If(condition, then, otherwise, at));
        }
        if (tokens.accept("while")) {
            return Optional.of(new Statement.While(expressions.next(), block(), at));
        }
        if (tokens.accept("for")) {
            String variable = tokens.name();
            tokens.expect("in");
            return Optional.of(new Statement.For(variable, expressions.next(), block(), at));
        }
        if (tokens.accept("with")) {
            return Optional.of(new Statement.With(expressions.next(), block(), at));
        }
        return Optional.of(simple(at));
    }

    private Statement simple(int at) throws Problem {
        Expression first = expressions.next();
        List<Expression> targets = new ArrayList<>(List.of(first));
        boolean unpacked = false;
        while (tokens.accept(",")) {
            unpacked = true;
            if (!tokens.peek().is("=")) {
                targets.add(expressions.next());
            }
        }
        if (tokens.accept(":")) {
            expressions.next();
        }
        if (!tokens.accept("=")) {
            tokens.expect(Kind.NEW_LINE);
            return new Statement.Evaluation(first, at);
        }
        Expression value = expressions.tuple();
        tokens.expect(Kind.NEW_LINE);
        return new Statement.Assignment(targets, unpacked, value, at);
    }
}
