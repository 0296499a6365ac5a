package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes down what a session's scorecard is told, by candidate and reading. One session, one thread. */
final class MatchRecorder {

    /** What was found for one candidate: the matches of each rule in each reading, by the rule's number. */
    static final class Sheet {
        private final List<@Nullable List<Match>> certain;
        private final List<@Nullable List<Match>> possible;

        private Sheet(int rules) {
            certain = new ArrayList<>(java.util.Collections.nCopies(rules, null));
            possible = new ArrayList<>(java.util.Collections.nCopies(rules, null));
        }

        /** The ways in which a rule certainly holds. */
        List<Match> certain(int rule) {
            List<Match> matches = certain.get(rule);
            return matches == null ? List.of() : matches;
        }

        /** The ways in which it possibly holds; those in which it certainly does are among them. */
        List<Match> possible(int rule) {
            List<Match> matches = possible.get(rule);
            return matches == null ? List.of() : matches;
        }
    }

    private final CompiledPack pack;
    private final IdentityHashMap<Project, Sheet> sheets = new IdentityHashMap<>();
    private String ruleName = "";
    private List<Object> objects = List.of();

    MatchRecorder(CompiledPack pack) {
        this.pack = pack;
    }

    /** Says which rule is about to speak, and of what. */
    void next(String rule, List<Object> matched) {
        ruleName = rule;
        objects = matched;
    }

    void record(Share share, @Nullable Object[] arguments) {
        record(share, null, arguments);
    }

    void record(Share share, @Nullable String district, @Nullable Object[] arguments) {
        CompiledPack.Named named = pack.named(ruleName);
        List<Object> facts = new ArrayList<>(4);
        Project project = null;
        int at = 0;
        CheckedRule rule = named.rule();
        for (int i = 0; i < rule.types().size(); i++) {
            if (rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT) {
                Class<?> type = rule.types().get(i).record();
                while (objects.get(at).getClass() != type) {
                    at++;
                }
                Object fact = objects.get(at++);
                facts.add(fact);
                if (fact instanceof Project candidate) {
                    project = candidate;
                }
            }
        }
        if (project == null) {
            throw new IllegalStateException("no candidate in " + ruleName);
        }
        Sheet sheet =
                sheets.computeIfAbsent(project, unused -> new Sheet(pack.rules().size()));
        List<@Nullable List<Match>> matches = named.reading() == Reading.CERTAIN ? sheet.certain : sheet.possible;
        List<Match> found = matches.get(named.number());
        if (found == null) {
            found = new ArrayList<>(2);
            matches.set(named.number(), found);
        }
        found.add(new Match(rule, facts, share, district, Arrays.asList(arguments)));
    }

    /** What was found for a candidate. */
    Sheet sheet(Project project) {
        Sheet sheet = sheets.get(project);
        return sheet == null ? new Sheet(pack.rules().size()) : sheet;
    }
}
