/// The safety verdict of a model file: what in it would run code when the library that wrote it
/// loads it. Nothing is executed to find out. Start with [gemwright.scan.Verdict] and
/// [gemwright.scan.Finding].
@NullMarked
package gemwright.scan;

import org.jspecify.annotations.NullMarked;
