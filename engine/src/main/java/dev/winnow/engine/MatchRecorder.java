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

        /**
         * Whether nothing hangs on the other ways in which a rule possibly holds: it certainly does, and cannot earn more.
         * Of a cap the lowest ceiling that is possible is asked for.
         */
        private boolean settled(CompiledPack.Named named) {
            List<Match> matches = certain(named.number());
            return switch (named.rule().rule().effect()) {
                case AWARD -> !matches.isEmpty() && matches.get(0).share().isFull();
                case CAP -> false;
                case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST -> !matches.isEmpty();
            };
        }

        /** @return in how many ways the rule holds now */
        private int add(CompiledPack.Named named, Match match) {
            List<@Nullable List<Match>> sheet = named.reading() == Reading.CERTAIN ? certain : possible;
            List<Match> matches = sheet.get(named.number());
            if (matches == null) {
                sheet.set(named.number(), List.of(match)); // most rules hold in one way
            } else if (matches.size() == 1) {
                sheet.set(named.number(), new ArrayList<>(List.of(matches.get(0), match)));
            } else {
                matches.add(match);
            }
            return matches == null ? 1 : matches.size() + (matches.size() == 1 ? 1 : 0);
        }
    }

    /** So many reasons are let through unmeasured. */
    private static final int FEW = 100;

    private final CompiledPack pack;
    private final Effort effort;
    private final IdentityHashMap<Project, Sheet> sheets;
    private String ruleName = "";
    private CompiledPack.@Nullable Named named;
    private int candidate;
    private Object[] facts = {};

    /** @param candidates how many there are */
    MatchRecorder(CompiledPack pack, int candidates, Effort effort) {
        this.pack = pack;
        this.effort = effort;
        this.sheets = new IdentityHashMap<>(candidates);
    }

    /**
     * Says which rule is about to speak, and of what.
     *
     * @param rule the rule, in one of its readings
     * @param matched what its patterns matched, in the order of the rule file
     */
    void next(String rule, Object[] matched) {
        if (!rule.equals(ruleName)) { // a rule speaks of all its matches before the next one does
            ruleName = rule;
            named = pack.named(rule);
            candidate = 0;
            while (!(matched[candidate] instanceof Project)) {
                candidate++;
            }
        }
        facts = matched;
    }

    void record(Share share, @Nullable Object[] arguments) {
        record(share, null, arguments);
    }

    void record(Share share, @Nullable String district, @Nullable Object[] arguments) {
        CompiledPack.Named speaks = named;
        if (speaks == null) {
            throw new IllegalStateException("no rule speaks");
        }
        Project project = (Project) facts[candidate];
        Sheet sheet = sheets.get(project);
        if (sheet == null) {
            sheet = new Sheet(pack.rules().size());
            sheets.put(project, sheet);
        }
        boolean certain = speaks.reading() == Reading.CERTAIN;
        if (!certain && sheet.settled(speaks)) {
            return; // a batch keeps its matches to its end, and most of what is possible is certain
        }
        // Only what is certain is ever put into words; other arguments would only take up memory.
        List<@Nullable Object> said = certain ? Arrays.asList(arguments) : List.of();
        int ways = sheet.add(speaks, new Match(speaks.rule(), Arrays.asList(facts), share, district, said));
        if (ways > FEW) {
            effort.way(speaks.rule().id(), ways);
            // Each may be as long as the one before: a rule speaks in one text.
            effort.said(speaks.rule().id(), ways * Effort.length(speaks.rule().rule(), said));
        }
    }

    Effort effort() {
        return effort;
    }

    /** What was found for a candidate. */
    Sheet sheet(Project project) {
        Sheet sheet = sheets.get(project);
        return sheet == null ? new Sheet(pack.rules().size()) : sheet;
    }
}
