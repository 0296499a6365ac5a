package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes down what a session's scorecard is told, by candidate and reading. One session, one thread. */
final class MatchRecorder {

    /** What was found for one candidate: the matches of each rule in each reading, by the rule's number. */
    static final class Sheet implements Finder.Found {
        private final List<@Nullable List<Match>> certain;
        private final List<@Nullable List<Match>> possible;

        private Sheet(int rules) {
            certain = new ArrayList<>(Collections.nCopies(rules, null));
            possible = new ArrayList<>(Collections.nCopies(rules, null));
        }

        @Override
        public List<Match> certain(int rule) {
            List<Match> matches = certain.get(rule);
            return matches == null ? List.of() : matches;
        }

        @Override
        public List<Match> possible(int rule) {
            List<Match> matches = possible.get(rule);
            return matches == null ? List.of() : matches;
        }

        private void add(CompiledPack.Named named, Match match) {
            List<@Nullable List<Match>> sheet = named.reading() == Reading.CERTAIN ? certain : possible;
            List<Match> matches = sheet.get(named.number());
            if (matches == null) {
                matches = new ArrayList<>(2);
                sheet.set(named.number(), matches);
            }
            matches.add(match);
        }
    }

    private final CompiledPack pack;
    private final IdentityHashMap<Project, Sheet> sheets;
    private String ruleName = "";
    private CompiledPack.@Nullable Named named;
    private List<Class<?>> types = List.of();
    private List<Object> objects = List.of();

    /** @param candidates how many there are */
    MatchRecorder(CompiledPack pack, int candidates) {
        this.pack = pack;
        this.sheets = new IdentityHashMap<>(candidates);
    }

    /** Says which rule is about to speak, and of what. */
    void next(String rule, List<Object> matched) {
        if (!rule.equals(ruleName)) { // a rule speaks of all its matches before the next one does
            ruleName = rule;
            named = pack.named(rule);
            types = types(named.rule());
        }
        objects = matched;
    }

    /** The types of what a rule's patterns of kind FACT match, in order. */
    private static List<Class<?>> types(CheckedRule rule) {
        List<Class<?>> types = new ArrayList<>();
        for (int i = 0; i < rule.types().size(); i++) {
            if (rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT) {
                types.add(rule.types().get(i).record());
            }
        }
        return types;
    }

    void record(Share share, @Nullable Object[] arguments) {
        record(share, null, arguments);
    }

    void record(Share share, @Nullable String district, @Nullable Object[] arguments) {
        CompiledPack.Named speaks = named;
        if (speaks == null) {
            throw new IllegalStateException("no rule speaks");
        }
        Object[] facts = new Object[types.size()];
        Project project = null;
        int at = 0;
        for (int i = 0; i < facts.length; i++) {
            Class<?> type = types.get(i);
            while (objects.get(at).getClass() != type) { // results of accumulates, and what they are compared by
                at++;
            }
            facts[i] = objects.get(at++);
            if (type == Project.class) {
                project = (Project) facts[i];
            }
        }
        if (project == null) {
            throw new IllegalStateException("no candidate in " + ruleName);
        }
        // Only what is certain is ever put into words; other arguments would only take up memory.
        List<@Nullable Object> said = speaks.reading() == Reading.CERTAIN ? Arrays.asList(arguments) : List.of();
        sheets.computeIfAbsent(project, unused -> new Sheet(pack.rules().size()))
                .add(speaks, new Match(speaks.rule(), Arrays.asList(facts), share, district, said));
    }

    /** What was found for a candidate. */
    Sheet sheet(Project project) {
        Sheet sheet = sheets.get(project);
        return sheet == null ? new Sheet(pack.rules().size()) : sheet;
    }
}
