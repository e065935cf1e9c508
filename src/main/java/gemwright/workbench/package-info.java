/// The flows: each verb of the command line lives here once, for the window and the command line
/// alike.
///
/// A flow takes plain values, calls the engine, writes what must be written and gives a record
/// back; a face parses or binds, and shows. Start with [gemwright.workbench.Workspace] for where
/// results are kept.
///
/// A screen that shows drift needs three calls: [gemwright.workbench.Watching#watch] compares,
/// [gemwright.workbench.Reporting#write] writes the report that
/// [gemwright.workbench.Reporting#provenance] completes, and
/// [gemwright.workbench.Reporting#pictures] gives the pages of the PDF for a preview.
@NullMarked
package gemwright.workbench;

import org.jspecify.annotations.NullMarked;
