/// JSON and UBJSON documents of numbers by the million: values whose number arrays are packed.
/// Start with [gemwright.format.document.JsonDocument] or
/// [gemwright.format.document.UbjsonDocument]; [gemwright.format.document.Section] reads members by
/// name. Imports `base`.
@NullMarked
package gemwright.format.document;

import org.jspecify.annotations.NullMarked;
