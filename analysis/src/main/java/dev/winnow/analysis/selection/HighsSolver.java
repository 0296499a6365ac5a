package dev.winnow.analysis.selection;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import dev.winnow.analysis.selection.Choice.Status;
import dev.winnow.analysis.selection.Sources.Source;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** HiGHS, a solver of mixed-integer programmes in C++, as OR-Tools brings it. */
final class HighsSolver extends ExactSolver {

    /** One thread and no gap, so that the same problem gets the same answer; nothing is printed. */
    private static final String OPTIONS = "output_flag=false\nthreads=1\nmip_rel_gap=0\nmip_abs_gap=1e-7";

    private static final boolean LOADED = load();

    private HighsSolver() {}

    private static boolean load() {
        try {
            Loader.loadNativeLibraries();
            return new ModelSolver("HIGHS").solverIsSupported();
        } catch (RuntimeException | LinkageError e) {
            // Not for this machine, or not on the class path: there is the other solver.
            return false;
        }
    }

    /** Null where its native library does not load. */
    static @Nullable HighsSolver ifLoaded() {
        return LOADED ? new HighsSolver() : null;
    }

    @Override
    public String name() {
        return "HiGHS";
    }

    @Override
    Answer solve(SelectionProblem problem, double seconds) {
        ModelBuilder model = new ModelBuilder();
        Variable[] chosen = IntStream.range(0, problem.size())
                .mapToObj(i -> model.newBoolVar("x" + i))
                .toArray(Variable[]::new);
        LinearExprBuilder worth = LinearExpr.newBuilder();
        for (int i = 0; i < chosen.length; i++) {
            worth.addTerm(chosen[i], problem.worths().get(i) / 1e6);
        }
        for (Together one : problem.together()) {
            Variable all = model.newNumVar(0, 1, "y");
            worth.addTerm(all, one.worth() / 1e6);
            together(model, chosen, one, all);
        }
        problem.constraints().forEach(one -> add(model, chosen, one));
        sources(model, chosen, problem.sources());
        model.maximize(worth);
        ModelSolver solver = new ModelSolver("HIGHS");
        solver.setSolverSpecificParameters(OPTIONS);
        solver.setTimeLimit(Duration.ofMillis(Math.max(1, Math.round(seconds * 1000))));
        return answer(solver, solver.solve(model), chosen);
    }

    private static void together(ModelBuilder model, Variable[] chosen, Together one, Variable all) {
        if (one.worth() > 0) {
            one.options()
                    .forEach(i -> model.addLessOrEqual(
                            LinearExpr.newBuilder().addTerm(all, 1).addTerm(chosen[i], -1), 0));
        } else {
            LinearExprBuilder sum = LinearExpr.newBuilder().addTerm(all, -1);
            one.options().forEach(i -> sum.addTerm(chosen[i], 1));
            model.addLessOrEqual(sum, one.options().size() - 1d);
        }
    }

    private static void add(ModelBuilder model, Variable[] chosen, Constraint one) {
        double scale = scale(one.weights().values());
        LinearExprBuilder sum = LinearExpr.newBuilder();
        one.weights().forEach((i, weight) -> sum.addTerm(chosen[i], weight / scale));
        if (one.most() != null) {
            model.addLessOrEqual(sum, one.most() / scale);
        }
        if (one.least() != null) {
            model.addGreaterOrEqual(sum, one.least() / scale);
        }
    }

    private static void sources(ModelBuilder model, Variable[] chosen, Sources sources) {
        double scale = scale(sources.needs().values());
        List<LinearExprBuilder> paid = sources.sources().stream()
                .map(unused -> LinearExpr.newBuilder())
                .toList();
        sources.needs().forEach((i, need) -> {
            LinearExprBuilder got = LinearExpr.newBuilder().addTerm(chosen[i], -need / scale);
            for (int j = 0; j < paid.size(); j++) {
                if (sources.sources().get(j).options().contains(i)) {
                    Variable part = model.newNumVar(0, need / scale, "p");
                    got.addTerm(part, 1);
                    paid.get(j).addTerm(part, 1);
                }
            }
            model.addGreaterOrEqual(got, 0);
        });
        for (int j = 0; j < paid.size(); j++) {
            Source source = sources.sources().get(j);
            model.addLessOrEqual(paid.get(j), source.limit() / scale);
        }
    }

    private static Answer answer(ModelSolver solver, SolveStatus status, Variable[] variables) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                BitSet set = new BitSet();
                for (int i = 0; i < variables.length; i++) {
                    set.set(i, solver.getValue(variables[i]) > 0.5);
                }
                yield new Answer(
                        set,
                        solver.getBestObjectiveBound(),
                        status == SolveStatus.OPTIMAL ? Status.PROVEN : Status.WITHIN_BOUND);
            }
            case INFEASIBLE -> new Answer(null, 0, Status.IMPOSSIBLE);
            case NOT_SOLVED, UNKNOWN_STATUS -> new Answer(null, 0, Status.OUT_OF_TIME);
            default -> throw new IllegalStateException("the solver says " + status);
        };
    }
}
