/// Alerts: rules over the figures of windows, and the ways by which they reach people.
///
/// Start with [gemwright.workbench.alert.Alerts], what a file of rules says, and
/// [gemwright.workbench.alert.Watch], which holds windows against it. Nothing is sent but what such
/// a file asks for.
@NullMarked
package gemwright.workbench.alert;

import org.jspecify.annotations.NullMarked;
