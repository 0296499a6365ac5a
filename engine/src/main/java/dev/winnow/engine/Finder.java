package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.List;
import java.util.function.Function;

/** Finds the ways in which the rules of a pack hold for candidates. Thread-safe. */
@FunctionalInterface
interface Finder {

    /** What is found of one candidate, by the rule's number. */
    interface Found {

        /** The ways in which a rule certainly holds. */
        List<Match> certain(int rule);

        /** The ways in which it possibly holds; those in which it certainly does may be among them. */
        List<Match> possible(int rule);
    }

    /** What is found of each candidate of a batch; none of them sees the others. */
    Function<Project, Found> find(Surroundings surroundings, List<Project> batch);

    /** Finds by compiled rules. */
    static Finder compiled(CompiledPack pack) {
        return (surroundings, batch) -> Session.run(pack, surroundings, batch, Budget.STANDARD);
    }

    /** Finds by walking the rules: the same, slower, but at once. */
    static Finder walking(List<CheckedRule> rules) {
        return (surroundings, batch) -> candidate -> {
            List<Walker> walks = rules.stream()
                    .map(rule -> Walker.walk(rule, surroundings, candidate, Walker.Watch.NONE))
                    .toList();
            return new Found() {
                @Override
                public List<Match> certain(int rule) {
                    return walks.get(rule).certain();
                }

                @Override
                public List<Match> possible(int rule) {
                    return walks.get(rule).possible();
                }
            };
        };
    }
}
