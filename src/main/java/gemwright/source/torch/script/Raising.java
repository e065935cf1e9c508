package gemwright.source.torch.script;

import gemwright.source.torch.script.syntax.Expression;
import gemwright.source.torch.script.syntax.Statement;

import java.util.List;

/// Whether statements always end in an exception: the bodies of checks.
final class Raising {
    private Raising() {}

    static boolean isIn(List<Statement> statements) {
        return statements.stream().anyMatch(Raising::raises);
    }

    private static boolean raises(Statement statement) {
        return switch (statement) {
            case Statement.Evaluation(Expression.Call call, _) ->
                    call.called() instanceof Expression.Member(_, String name, _)
                            && name.equals("RaiseException");
            case Statement.If branch -> isIn(branch.then()) && isIn(branch.otherwise());
            default -> false;
        };
    }
}
