/// The command line: one class a subcommand, listed in [gemwright.cli.Commands]. A command parses,
/// calls a flow of `workbench`, prints, and answers with an exit code; nothing is decided here.
/// Start with [gemwright.cli.Cli].
@NullMarked
package gemwright.cli;

import org.jspecify.annotations.NullMarked;
