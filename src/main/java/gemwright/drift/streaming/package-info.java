/// Detectors of change in one figure that comes value by value, in constant memory.
///
/// Start with [gemwright.drift.streaming.ChangeDetector]; all of them are listed in
/// [gemwright.drift.streaming.ChangeDetectors]. Each alarms at the same value as the detector of
/// the same name in river 0.26.1.
@NullMarked
package gemwright.drift.streaming;

import org.jspecify.annotations.NullMarked;
