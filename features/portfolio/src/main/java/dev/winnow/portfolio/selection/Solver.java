package dev.winnow.portfolio.selection;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import dev.winnow.portfolio.selection.Sources.Source;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best set with CP-SAT of Google's OR-Tools. It computes in whole numbers, as constraints are written, so
 * rounding cannot exceed a budget. With one worker, a fixed seed and a limit on effort instead of time, the same
 * problem has the same answer on every machine. Thread-safe.
 */
public final class Solver {

    /** The name of the solver, for people. */
    public static final String NAME = "CP-SAT";

    /** Smallest sum that CP-SAT's numbers cannot represent. */
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(61);

    /**
     * Effort per number of a problem: CP-SAT counts neither the building of its model nor most of its simplification.
     */
    private static final double PER_TERM = 2e-6;

    /** Linear relaxations of all constraints, which prove that a set within a budget is the best. */
    private static final int LINEAR = 2;

    /** Reason why the native library does not run on this machine; null if it does. */
    private static final @Nullable String FAILURE = failure();

    private Solver() {}

    private static @Nullable String failure() {
        try {
            Loader.loadNativeLibraries();
            CpSolverStatus status = new CpSolver().solve(new CpModel());
            return status == CpSolverStatus.OPTIMAL ? null : "the solver returned " + status;
        } catch (RuntimeException | LinkageError e) {
            return e.toString();
        }
    }

    /** {@return whether the native library of OR-Tools is on the class path and runs on this machine} */
    public static boolean isAvailable() {
        return FAILURE == null;
    }

    /**
     * {@return the solver}
     *
     * @throws SolverException if its native library is missing or does not run on this machine
     */
    public static Solver load() {
        if (FAILURE != null) {
            throw new SolverException(
                    Message.of("OR-Tools, the library that chooses sets, does not run on this machine"),
                    new IllegalStateException(FAILURE));
        }
        return new Solver();
    }

    /**
     * {@return the best set, or the best one found with the effort}
     *
     * @param problem the options to choose from
     * @param effort limits the search, and is reduced by it
     * @throws SolverException if sums of worths or weights are too large
     */
    public Choice choose(SelectionProblem problem, Effort effort) {
        return choose(problem, effort, null);
    }

    /** Receives a set that is better than those before it. */
    public interface Improvement {

        /**
         * Called for each better set.
         *
         * @param chosen the numbers of its options
         * @param worth its worth, in millionths of a point
         * @param bound best proven upper bound of the worth of any set
         */
        void found(BitSet chosen, long worth, long bound);
    }

    /**
     * {@return the best set, or the best one found with the effort}
     *
     * @param improvement receives the sets found until then, from the thread that searches; null if they are not reported
     */
    public Choice choose(SelectionProblem problem, Effort effort, @Nullable Improvement improvement) {
        requireFit(problem);
        CpModel model = new CpModel();
        BoolVar[] chosen = IntStream.range(0, problem.size())
                .mapToObj(i -> model.newBoolVar("x" + i))
                .toArray(BoolVar[]::new);
        long unit = Math.max(1, divisor(worths(problem)));
        LinearExprBuilder worth = LinearExpr.newBuilder();
        for (int i = 0; i < chosen.length; i++) {
            worth.addTerm(chosen[i], problem.worths().get(i) / unit);
        }
        for (JointValue one : problem.together()) {
            worth.addTerm(together(model, chosen, one), one.worth() / unit);
        }
        problem.constraints().forEach(one -> add(model, chosen, one));
        sources(model, chosen, problem.sources());
        model.maximize(worth);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setLinearizationLevel(LINEAR)
                .setMaxDeterministicTime(effort.left());
        Cancellation cancellation = effort.cancellation();
        cancellation.stopBy(solver::stopSearch);
        CpSolverStatus status;
        try {
            status = improvement == null
                    ? solver.solve(model)
                    : solver.solve(model, reporting(problem, chosen, unit, cancellation, improvement));
        } finally {
            cancellation.stopBy(null);
        }
        effort.spend(solver.response().getDeterministicTime() + terms(problem) * PER_TERM);
        return switch (status) {
            case OPTIMAL, FEASIBLE ->
                Choice.of(
                        problem,
                        set(problem, solver, chosen),
                        status == CpSolverStatus.OPTIMAL,
                        solver.bestObjectiveBound() * unit);
            case INFEASIBLE -> Choice.none(Status.IMPOSSIBLE);
            case UNKNOWN -> Choice.none(Status.OUT_OF_TIME);
            default -> throw new IllegalStateException("the solver returned " + status);
        };
    }

    private static CpSolverSolutionCallback reporting(
            SelectionProblem problem, BoolVar[] chosen, long unit, Cancellation cancellation, Improvement improvement) {
        return new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                BitSet set = new BitSet();
                for (int i = 0; i < chosen.length; i++) {
                    set.set(i, booleanValue(chosen[i]));
                }
                double most = Math.min(bestObjectiveBound() * unit, Long.MAX_VALUE / 2d);
                long worth = problem.worth(set);
                improvement.found(set, worth, Math.max(worth, (long) Math.ceil(most)));
                if (cancellation.isAsked()) {
                    stopSearch();
                }
            }
        };
    }

    /**
     * {@return constraints that no set satisfies, a smallest group: without any one of them, some set satisfies the
     * others} Earlier constraints are preferred. If the effort is spent, some may be unnecessary.
     *
     * @param problem a problem without a solution
     * @param fixed the number of constraints at the beginning that always apply, since the user did not ask for them
     */
    public List<Constraint> contradiction(SelectionProblem problem, int fixed, Effort effort) {
        List<Constraint> all = problem.constraints();
        SelectionProblem worthless =
                problem.worth(problem.worths().stream().map(unused -> 0L).toList(), List.of());
        List<Constraint> asked = all.subList(fixed, all.size());
        Set<Constraint> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(conflict(worthless, all.subList(0, fixed), false, asked, effort));
        return asked.stream().filter(needed::contains).toList();
    }

    /**
     * Finds a smallest part of the open constraints that contradicts the others, by halving (QuickXplain; Junker 2004):
     * a few among thousands take about ten attempts each.
     */
    private List<Constraint> conflict(
            SelectionProblem problem, List<Constraint> others, boolean grown, List<Constraint> open, Effort effort) {
        if (open.isEmpty() || (grown && !effort.isSpent() && isImpossible(problem.within(others), effort))) {
            return List.of();
        }
        if (open.size() == 1 || effort.isSpent()) {
            return open;
        }
        List<Constraint> first = open.subList(0, open.size() / 2);
        List<Constraint> second = open.subList(first.size(), open.size());
        List<Constraint> late = conflict(problem, joined(others, first), true, second, effort);
        List<Constraint> early = conflict(problem, joined(others, late), !late.isEmpty(), first, effort);
        return joined(early, late);
    }

    private boolean isImpossible(SelectionProblem problem, Effort effort) {
        return choose(problem, effort).status() == Status.IMPOSSIBLE;
    }

    private static List<Constraint> joined(List<Constraint> some, List<Constraint> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The size of a problem: worths, weights, and members of joint values. */
    private static long terms(SelectionProblem problem) {
        return problem.size()
                + problem.together().stream()
                        .mapToLong(one -> one.options().size())
                        .sum()
                + problem.constraints().stream()
                        .mapToLong(one -> one.weights().size())
                        .sum()
                + problem.sources().sources().stream()
                        .mapToLong(one -> one.options().size())
                        .sum();
    }

    private static BitSet set(SelectionProblem problem, CpSolver solver, BoolVar... chosen) {
        BitSet set = new BitSet();
        for (int i = 0; i < chosen.length; i++) {
            set.set(i, solver.booleanValue(chosen[i]));
        }
        if (!problem.allows(set)) {
            throw new IllegalStateException("the solver's set breaks a constraint");
        }
        return set;
    }

    private static List<Long> worths(SelectionProblem problem) {
        List<Long> worths = new ArrayList<>(problem.worths());
        problem.together().forEach(one -> worths.add(one.worth()));
        return worths;
    }

    private static void requireFit(SelectionProblem problem) {
        boolean fits = sum(worths(problem)).compareTo(LARGEST) < 0
                && problem.constraints().stream()
                        .allMatch(one -> sum(one.weights().values()).compareTo(LARGEST) < 0)
                && sum(problem.sources().needs().values()).compareTo(LARGEST) < 0;
        if (!fits) {
            throw new SolverException(Message.of("the sum of the candidates' worths or costs is too large"), null);
        }
    }

    private static BigInteger sum(Collection<Long> numbers) {
        return numbers.stream().map(BigInteger::valueOf).map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The greatest common divisor of all numbers; 0 if all are 0. Smaller numbers make relaxations tighter. */
    private static long divisor(Collection<Long> numbers) {
        return divisor(numbers.stream().mapToLong(Long::longValue));
    }

    private static long divisor(LongStream numbers) {
        return numbers.map(Math::abs).reduce(0, Solver::divisor);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    /**
     * A variable that is true if all options of a joint value are chosen, constrained as far as the sign of its worth
     * requires.
     */
    private static BoolVar together(CpModel model, BoolVar[] chosen, JointValue one) {
        BoolVar all = model.newBoolVar("y");
        if (one.worth() > 0) {
            one.options().forEach(i -> model.addImplication(all, chosen[i]));
        } else {
            List<Literal> clause = new ArrayList<>(List.of(all));
            one.options().forEach(i -> clause.add(chosen[i].not()));
            model.addBoolOr(clause);
        }
        return all;
    }

    private static void add(CpModel model, BoolVar[] chosen, Constraint one) {
        long unit = Math.max(1, divisor(one.weights().values()));
        LinearExprBuilder sum = LinearExpr.newBuilder();
        one.weights().forEach((i, weight) -> sum.addTerm(chosen[i], weight / unit));
        if (one.most() != null) {
            model.addLessOrEqual(sum, Math.floorDiv(one.most(), unit));
        }
        if (one.least() != null) {
            model.addGreaterOrEqual(sum, -Math.floorDiv(-one.least(), unit));
        }
    }

    /** The amount that each source pays for each need. Integral needs and limits give integral amounts. */
    private static void sources(CpModel model, BoolVar[] chosen, Sources sources) {
        long all = sources.needs().values().stream().mapToLong(Long::longValue).sum();
        long unit = Math.max(
                1,
                divisor(LongStream.concat(
                        sources.needs().values().stream().mapToLong(Long::longValue),
                        sources.sources().stream().mapToLong(one -> Math.min(one.limit(), all)))));
        List<LinearExprBuilder> paid = sources.sources().stream()
                .map(unused -> LinearExpr.newBuilder())
                .toList();
        sources.needs().forEach((i, need) -> {
            LinearExprBuilder got = LinearExpr.newBuilder().addTerm(chosen[i], -need / unit);
            for (int j = 0; j < paid.size(); j++) {
                if (sources.sources().get(j).options().contains(i)) {
                    IntVar part = model.newIntVar(0, need / unit, "p");
                    got.add(part);
                    paid.get(j).add(part);
                }
            }
            model.addGreaterOrEqual(got, 0);
        });
        for (int j = 0; j < paid.size(); j++) {
            Source source = sources.sources().get(j);
            model.addLessOrEqual(paid.get(j), Math.min(source.limit(), all) / unit);
        }
    }
}
