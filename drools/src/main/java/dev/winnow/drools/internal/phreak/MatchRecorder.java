package dev.winnow.drools.internal.phreak;

import dev.winnow.drools.internal.compile.Scorecard;
import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the matches of a session by candidate and reading. For one session and one thread. */
final class MatchRecorder implements Scorecard.Recorder {

    /** The matches of one candidate by reading and rule number. */
    static final class Sheet implements Finder.Matches {
        /** By rule number: null, the only match, or a list of several. */
        private final @Nullable Object[] certain;

        private final @Nullable Object[] possible;

        private Sheet(int rules) {
            certain = new Object[rules];
            possible = new Object[rules];
        }

        @Override
        public List<Match> certain(int rule) {
            return list(certain[rule]);
        }

        @Override
        public List<Match> possible(int rule) {
            return list(possible[rule]);
        }

        /**
         * Whether further possible matches of a rule make no difference, because it certainly holds and cannot earn
         * more. A cap still needs its lowest possible ceiling.
         */
        private boolean settled(CompiledPack.Named named) {
            Object matches = certain[named.number()];
            if (matches == null) {
                return false;
            }
            return switch (named.rule().rule().consequence().counting()) {
                case IN_FULL, AS_SUCH -> true;
                case IN_PART -> first(matches).share().isFull();
                case AS_CEILING -> false;
            };
        }

        private static Match first(Object matches) {
            return matches instanceof Match one ? one : listed(matches).get(0);
        }

        /** @return the number of the rule's matches so far */
        private int add(CompiledPack.Named named, boolean certainly, Match match) {
            if (named.plain() && certainly && isAlsoPossible(match)) {
                add(possible, named.number(), match);
            }
            return add(certainly ? certain : possible, named.number(), match);
        }

        /**
         * Whether a certain match is also recorded as possible. A rule that is not plain reports a certain match twice
         * itself.
         */
        private static boolean isAlsoPossible(Match match) {
            return match.share().isOpen() || match.rule().rule().consequence().counting() == Counting.AS_CEILING;
        }

        private static int add(@Nullable Object[] sheet, int rule, Match match) {
            Object matches = sheet[rule];
            if (matches == null) {
                sheet[rule] = match; // most rules have one match
                return 1;
            }
            if (matches instanceof Match one) {
                List<Match> both = new ArrayList<>(4);
                both.add(one);
                matches = both;
                sheet[rule] = both;
            }
            List<Match> all = listed(matches);
            all.add(match);
            return all.size();
        }

        @SuppressWarnings("unchecked") // only lists of matches are stored
        private static List<Match> listed(Object matches) {
            return (List<Match>) matches;
        }

        private static List<Match> list(@Nullable Object matches) {
            if (matches == null) {
                return List.of();
            }
            return matches instanceof Match one ? List.of(one) : listed(matches);
        }
    }

    /** Number of matches up to which the length of reasons is not counted. */
    private static final int FEW = 100;

    private final CompiledPack pack;
    private final BudgetMeter meter;
    private final IdentityHashMap<Project, Sheet> sheets;
    private String current = "";
    private CompiledPack.@Nullable Named named;
    private boolean certain;
    private int candidate;
    private Object[] facts = {};

    /** @param candidates the number of candidates */
    MatchRecorder(CompiledPack pack, int candidates, BudgetMeter meter) {
        this.pack = pack;
        this.meter = meter;
        this.sheets = new IdentityHashMap<>(candidates);
    }

    @Override
    public void next(String rule, boolean certainly, Object[] matched) {
        certain = certainly;
        if (!rule.equals(current)) { // a rule reports all its matches before the next rule does
            current = rule;
            named = pack.named(rule);
            candidate = 0;
            while (!(matched[candidate] instanceof Project)) {
                candidate++;
            }
        }
        facts = matched;
    }

    @Override
    public void tries(String rule) {
        meter.look(rule);
    }

    @Override
    public void joins(String rule) {
        meter.pair(rule);
    }

    @Override
    public void record(Share share, @Nullable String district, @Nullable Object[] arguments) {
        CompiledPack.Named announced = named;
        if (announced == null) {
            throw new IllegalStateException("no match announced");
        }
        Project project = (Project) facts[candidate];
        Sheet sheet = sheets.get(project);
        if (sheet == null) {
            sheet = new Sheet(pack.rules().size());
            sheets.put(project, sheet);
        }
        if (!certain && sheet.settled(announced)) {
            return; // saves memory: a batch keeps its matches to its end, and most possible matches are also certain
        }
        // Only certain matches are written out; the arguments of others would only use memory.
        Match match = certain
                ? new Match(announced.rule(), facts, share, district, arguments)
                : new Match(announced.rule(), facts, share, district);
        int matches = sheet.add(announced, certain, match);
        if (matches > FEW) {
            meter.match(announced.rule().id(), matches);
            // All are assumed to be as long as this one, because a rule has one text.
            meter.reasons(
                    announced.rule().id(),
                    matches * BudgetMeter.length(announced.rule().rule(), match.arguments()));
        }
    }

    Sheet sheet(Project project) {
        Sheet sheet = sheets.get(project);
        return sheet == null ? new Sheet(pack.rules().size()) : sheet;
    }
}
