/// Sends many requests to a server and measures how long it takes, without flattering it: requests
/// have a timetable, and a request that had to wait for its turn is measured from the time it was
/// due (no coordinated omission). Start with [gemwright.loadtest.LoadTest]; the rules of a verdict
/// are [gemwright.loadtest.ServiceLevel]s, bodies come from [gemwright.loadtest.Bodies].
@NullMarked
package gemwright.loadtest;

import org.jspecify.annotations.NullMarked;
