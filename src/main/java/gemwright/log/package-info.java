/// The prediction log: what a served model was asked and what it answered, as JSON lines that any
/// tool can read.
///
/// [gemwright.log.PredictionLog] writes, without ever holding up a request;
/// [gemwright.log.LogFolder] reads a folder of logs as a [gemwright.data.TableSource], also while
/// it is being written. The layout is `DIR/MODEL/VERSION/seg-UTC-SEQ.jsonl`; the first line of a
/// segment is its [gemwright.log.LogSchema]. Start with [gemwright.log.PredictionLog].
@NullMarked
package gemwright.log;

import org.jspecify.annotations.NullMarked;
