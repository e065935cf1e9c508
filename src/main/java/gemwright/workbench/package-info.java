/// The flows: each verb of the command line lives here once, for the window and the command line
/// alike.
///
/// A flow takes plain values, calls the engine, writes what must be written and gives a record
/// back; a face parses or binds, and shows. Start with [gemwright.workbench.Workspace] for where
/// results are kept.
@NullMarked
package gemwright.workbench;

import org.jspecify.annotations.NullMarked;
