package gemwright.source.torch.script.syntax;

import java.util.List;
import java.util.Optional;

/// A function, or a method of a class.
///
/// @param name as the file spells it: `forward`
/// @param file the entry of the archive it stands in
/// @param at where it begins in the file, in characters
public record Method(
        String name, List<Parameter> parameters, List<Statement> body, String file, int at) {
    public Method {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    /// What it takes.
    ///
    /// @param type as it is written
    /// @param value what it is where no argument is given
    public record Parameter(String name, Expression type, Optional<Expression> value) {}
}
