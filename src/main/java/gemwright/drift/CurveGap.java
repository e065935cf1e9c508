package gemwright.drift;

/// Where the two cumulative curves are furthest apart.
///
/// @param value the place
/// @param reference share of the reference at or below it
/// @param current share of the current data at or below it
public record CurveGap(double value, double reference, double current) {
    static CurveGap of(Numbers reference, Numbers current) {
        CurveGap widest = new CurveGap(Double.NaN, 0, 0);
        double largest = -1;
        for (PooledWalk walk = new PooledWalk(reference, current); walk.next(); ) {
            double first = (walk.below() + walk.ties()) / (double) reference.size();
            double second = (walk.currentBelow() + walk.currentTies()) / (double) current.size();
            if (Math.abs(first - second) > largest) {
                largest = Math.abs(first - second);
                widest = new CurveGap(walk.value(), first, second);
            }
        }
        return widest;
    }
}
