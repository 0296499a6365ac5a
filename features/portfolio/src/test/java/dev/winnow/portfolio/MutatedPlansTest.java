package dev.winnow.portfolio;

import dev.winnow.model.source.Mutations;
import org.junit.jupiter.api.Test;

/** Readers of plans read each plan with one mistake, or refuse it with placed problems. */
class MutatedPlansTest {

    private static final String PLAN = """
        title: Next year
        budget: {total: 30 bn yuan, 2027: 10 bn yuan}
        candidates:
          - {id: a, worth: 12.5, cost: 3 bn yuan}
          - {id: b, worth: 2, cost: {total: 3 bn yuan, 2027: 1 bn yuan}}
        synergies: [{of: [a, b], worth: -2.5}]
        exclusive: [[a, b]]
        needs: {a: [b]}
        always: [a]
        never: [b]
        from: 40
        """;
    private static final String MATCH = """
        title: Two towns
        capacity: 1
        preferences:
          projects: {alpha: [A, B], beta: [B]}
          cities: {A: [alpha], B: [beta, alpha]}
        capacities: {A: 2}
        never: [beta]
        """;
    private static final String PAIRS = """
        pairs:
          - {project: yard, city: west, project-gains: 30, city-gains: 40, sure: true}
          - {project: dock, city: west, project-gains: 30..40, city-gains: 40}
        capacity: 2
        """;

    @Test
    void portfolios() {
        Mutations.check("portfolio", PLAN, PlanReading::portfolio);
    }

    @Test
    void preferences() {
        Mutations.check("preferences", MATCH, PlanReading::match);
    }

    @Test
    void pairs() {
        Mutations.check("pairs", PAIRS, PlanReading::match);
    }
}
