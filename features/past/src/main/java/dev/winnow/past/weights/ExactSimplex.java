package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The point within linear inequalities at which an objective is largest, by the dual simplex method (Lemke 1954). It
 * starts at the best corner of the box of all variables and adds one violated inequality at a time, so thousands of
 * inequalities cost little. Steps are computed in doubles; the result is then computed again in exact arithmetic, and
 * exact steps follow until it is proven. Equal input gives equal results. Mutable, not thread-safe.
 */
final class ExactSimplex {

    /** Maximum number of steps in doubles; a search that needs more is exact from its start. */
    private static final int MOST_STEPS = 1_000;

    /** Doubles below this are taken for 0. The exact steps correct wrong ones. */
    private static final double TINY = 1e-9;

    /** The work of a multiplication of fractions, in multiplications of doubles. */
    private static final long EXACT = 200;

    private final Fraction[] objective;
    private final double[] nearObjective;
    private final Inequality[] box;
    private final Inequality[] basis;
    private @Nullable Point point;
    private Fraction[] multipliers;
    private long work;
    private BitSet contradiction = new BitSet();

    /**
     * @param objective the coefficients of the objective, which is to be as large as possible
     * @param low lower bounds of the variables
     * @param high upper bounds of the variables
     */
    ExactSimplex(Fraction[] objective, Fraction[] low, Fraction[] high) {
        this.objective = objective.clone();
        this.nearObjective = new Point(objective).near();
        this.box = new Inequality[objective.length];
        for (int i = 0; i < box.length; i++) {
            box[i] = objective[i].signum() >= 0
                    ? Inequality.bound(box.length, i, 1, high[i])
                    : Inequality.bound(box.length, i, -1, Fraction.ZERO.minus(low[i]));
        }
        this.basis = box.clone();
        this.multipliers = this.objective;
    }

    private ExactSimplex(ExactSimplex other) {
        objective = other.objective;
        nearObjective = other.nearObjective;
        box = other.box;
        basis = other.basis.clone();
        multipliers = other.multipliers;
    }

    static Fraction[] zeros(int n) {
        Fraction[] zeros = new Fraction[n];
        Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }

    /** A copy, which goes on from the same point. */
    ExactSimplex copy() {
        return new ExactSimplex(this);
    }

    /** The number of multiplications so far, nearly; one of fractions counts as {@link #EXACT}. */
    long work() {
        return work;
    }

    /** The best point, after {@link #solve} returned true. */
    Point point() {
        return Objects.requireNonNull(point);
    }

    /** The owners of the inequalities that prove that no point is better; {@link Inequality#LAW} is left out. */
    BitSet proof() {
        BitSet owners = new BitSet();
        for (int i = 0; i < basis.length; i++) {
            if (multipliers[i].signum() > 0) {
                basis[i].addOwner(owners);
            }
        }
        return owners;
    }

    /** The owners of inequalities that no point satisfies together, after {@link #solve} returned false. */
    BitSet contradiction() {
        return contradiction;
    }

    /**
     * Moves to the best point that satisfies further inequalities.
     *
     * @param rows lists of all inequalities, including those of earlier calls
     * @return whether there is one
     */
    boolean solve(List<List<Inequality>> rows) {
        approach(rows);
        while (true) {
            work += step(rows, EXACT);
            Fraction[] prices = LinearSystem.solve(transposed(), objective);
            if (prices == null || Arrays.stream(prices).anyMatch(one -> one.signum() < 0)) {
                System.arraycopy(box, 0, basis, 0, basis.length); // the steps in doubles went astray
                continue;
            }
            multipliers = prices;
            Point at = corner();
            point = at;
            Inequality next = violated(rows, at);
            if (next == null) {
                return true;
            }
            Fraction[] shares = combination(next.coefficients());
            int leaving = leaving(shares);
            if (leaving < 0) {
                contradiction = new BitSet();
                next.addOwner(contradiction);
                for (int i = 0; i < basis.length; i++) {
                    if (shares[i].signum() < 0) {
                        basis[i].addOwner(contradiction);
                    }
                }
                return false;
            }
            basis[leaving] = next;
        }
    }

    /** The work of a step: it looks at all inequalities and solves systems of equations. */
    private long step(List<List<Inequality>> rows, long factor) {
        long looked = rows.stream().mapToLong(List::size).sum() * basis.length;
        return looked + factor * basis.length * basis.length * basis.length;
    }

    /** Makes steps in doubles until no inequality seems violated, or none seems to make room for a violated one. */
    private void approach(List<List<Inequality>> rows) {
        int n = basis.length;
        for (int step = 0; step < MOST_STEPS; step++) {
            work += step(rows, 1);
            double[] most = new double[n];
            double[][] plain = new double[n][];
            double[][] turned = new double[n][n];
            for (int i = 0; i < n; i++) {
                plain[i] = basis[i].near().clone();
                most[i] = basis[i].nearMost();
                for (int j = 0; j < n; j++) {
                    turned[j][i] = basis[i].near()[j];
                }
            }
            double[] at = LinearSystem.solve(plain, most);
            Inequality next = null;
            double worst = TINY;
            for (List<Inequality> list : rows) {
                for (int i = 0; i < list.size(); i++) {
                    double excess = list.get(i).excess(at);
                    if (excess > worst) {
                        next = list.get(i);
                        worst = excess;
                    }
                }
            }
            if (next == null) {
                return;
            }
            double[] shares = LinearSystem.solve(copy(turned), next.near().clone());
            double[] prices = LinearSystem.solve(turned, nearObjective.clone());
            int leaving = -1;
            double least = 0;
            for (int i = 0; i < n; i++) {
                if (shares[i] > TINY) {
                    double ratio = prices[i] / shares[i];
                    if (leaving < 0 || ratio < least - TINY || (ratio < least + TINY && shares[i] > shares[leaving])) {
                        leaving = i;
                        least = ratio;
                    }
                }
            }
            if (leaving < 0) {
                return;
            }
            basis[leaving] = next;
        }
        System.arraycopy(box, 0, basis, 0, n);
    }

    private static double[][] copy(double[]... rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The point at which all inequalities of the basis are equalities. */
    private Point corner() {
        Fraction[][] rows = new Fraction[basis.length][];
        Fraction[] most = new Fraction[basis.length];
        for (int i = 0; i < basis.length; i++) {
            rows[i] = basis[i].coefficients();
            most[i] = basis[i].most();
        }
        return new Point(Objects.requireNonNull(LinearSystem.solve(rows, most)));
    }

    /** The multiples of the basis that add up to given coefficients. */
    private Fraction[] combination(Fraction... coefficients) {
        return Objects.requireNonNull(LinearSystem.solve(transposed(), coefficients));
    }

    private Fraction[][] transposed() {
        Fraction[][] columns = new Fraction[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            Fraction[] row = basis[i].coefficients();
            for (int j = 0; j < basis.length; j++) {
                columns[j][i] = row[j];
            }
        }
        return columns;
    }

    /** The inequality that a point violates most; null if there is none. */
    private static @Nullable Inequality violated(List<List<Inequality>> rows, Point at) {
        Inequality worst = null;
        double most = 0;
        for (List<Inequality> list : rows) {
            for (int i = 0; i < list.size(); i++) {
                double excess = list.get(i).excess(at.near());
                if ((worst == null || excess > most) && !list.get(i).holds(at)) {
                    worst = list.get(i);
                    most = excess;
                }
            }
        }
        return worst;
    }

    /**
     * The inequality of the basis to exchange for a violated one; -1 if no point satisfies all of them. Ties are decided
     * as if each variable added a tiny amount to the objective, the first one most, which excludes cycles.
     *
     * @param shares the multiples of the basis that add up to the violated inequality
     */
    private int leaving(Fraction... shares) {
        int leaving = -1;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i].signum() > 0 && (leaving < 0 || isEarlier(i, leaving, shares))) {
                leaving = i;
            }
        }
        return leaving;
    }

    private boolean isEarlier(int one, int other, Fraction... shares) {
        int order = order(multipliers, one, other, shares);
        for (int variable = 0; order == 0 && variable < basis.length; variable++) {
            Fraction[] tiny = zeros(basis.length);
            tiny[variable] = Fraction.ONE;
            order = order(combination(tiny), one, other, shares);
        }
        return order < 0;
    }

    private static int order(Fraction[] multiples, int one, int other, Fraction... shares) {
        return multiples[one].times(shares[other]).compareTo(multiples[other].times(shares[one]));
    }
}
