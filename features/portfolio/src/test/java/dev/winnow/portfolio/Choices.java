package dev.winnow.portfolio;

import dev.winnow.model.source.Message;
import dev.winnow.portfolio.match.CertainMatching;
import dev.winnow.portfolio.match.DeferredAcceptance;
import dev.winnow.portfolio.match.TwoSidedMarket;
import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import dev.winnow.portfolio.selection.Choice;
import dev.winnow.portfolio.selection.Constraint;
import dev.winnow.portfolio.selection.Effort;
import dev.winnow.portfolio.selection.SelectionProblem;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import dev.winnow.portfolio.selection.Solver;
import dev.winnow.portfolio.selection.Sources;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Measures the time to choose a set of projects within a budget, and to match projects and cities. Prints two tables of
 * CPU time of a single cold run each, as for a command.
 */
public final class Choices {

    private Choices() {}

    /** Prints the tables; {@code --quick} leaves out the large sizes. */
    public static void main(String[] arguments) {
        boolean quick = List.of(arguments).contains("--quick");
        System.out.println("| options | together | budget | proven | gap | seconds of CPU | seconds |");
        System.out.println("|---|---|---|---|---|---|---|");
        set(200, 300, 2);
        set(200, 300, 5);
        if (!quick) {
            set(2_000, 3_000, 4);
        }
        System.out.println();
        System.out.println("| projects | cities | what | seconds of CPU | seconds |");
        System.out.println("|---|---|---|---|---|");
        match(1_000, 30);
        if (!quick) {
            match(10_000, 300);
        }
    }

    /** @param part the divisor of the total cost of all options that gives the budget */
    private static void set(int size, int pairs, int part) {
        SplittableRandom random = new SplittableRandom(1);
        List<Long> worths = new ArrayList<>();
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < size; i++) {
            worths.add(random.nextLong(100, 1_000) * 100_000);
            costs.put(i, random.nextLong(10, 100) * 1_000_000);
        }
        List<JointValue> together = new ArrayList<>();
        while (together.size() < pairs) {
            int one = random.nextInt(size);
            int other = random.nextInt(size);
            if (one != other) {
                together.add(new JointValue(Set.of(one, other), random.nextLong(-300, 300) * 100_000));
            }
        }
        long all = costs.values().stream().mapToLong(Long::longValue).sum();
        SelectionProblem problem = new SelectionProblem(
                worths, together, List.of(Constraint.atMost(Message.of("budget"), costs, all / part)), Sources.NONE);
        Solver solver = Solver.load();
        Timed<Choice> timed = Timed.of(() -> solver.choose(problem, Effort.ofSeconds(60)));
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | 1/%d | %s | %.2f %% | %.2f | %.2f |%n",
                size,
                pairs,
                part,
                timed.of().isProven() ? "yes" : "no",
                100 * timed.of().gap(),
                timed.cpu(),
                timed.wall());
    }

    private static void match(int projects, int cities) {
        SplittableRandom random = new SplittableRandom(1);
        int[] rooms = new int[cities];
        Arrays.fill(rooms, projects / cities);
        TwoSidedMarket.Builder known = TwoSidedMarket.of(projects, rooms);
        TwoSidedMarket.Builder open = TwoSidedMarket.of(projects, rooms);
        for (int project = 0; project < projects; project++) {
            for (int city = 0; city < cities; city++) {
                long ofProject = random.nextLong(100_000_000);
                long ofCity = random.nextLong(100_000_000);
                known.pair(project, city, ofProject, ofCity);
                open.pair(project, city, wide(ofProject), wide(ofCity), true);
            }
        }
        TwoSidedMarket market = known.build();
        TwoSidedMarket uncertain = open.build();
        row(projects, cities, "best for projects", () -> DeferredAcceptance.bestForProjects(market));
        row(projects, cities, "best for cities", () -> DeferredAcceptance.bestForCities(market));
        row(projects, cities, "certain, all known", () -> CertainMatching.of(market));
        row(projects, cities, "certain, within 0.1 points", () -> CertainMatching.of(uncertain));
    }

    private static Between wide(long gain) {
        return new Between(gain, gain + 100_000);
    }

    private static void row(int projects, int cities, String what, Supplier<Object> work) {
        Timed<Object> timed = Timed.of(work);
        System.out.printf(
                Locale.ROOT, "| %d | %d | %s | %.2f | %.2f |%n", projects, cities, what, timed.cpu(), timed.wall());
    }

    /** A result, with its CPU time of the whole process and its elapsed time, in seconds. */
    private record Timed<T>(T of, double cpu, double wall) {

        private static <T> Timed<T> of(Supplier<T> work) {
            long before = spent();
            long wall = System.nanoTime();
            T result = work.get();
            return new Timed<>(result, (spent() - before) / 1e9, (System.nanoTime() - wall) / 1e9);
        }

        private static long spent() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
