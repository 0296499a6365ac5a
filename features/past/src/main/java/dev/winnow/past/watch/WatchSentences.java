package dev.winnow.past.watch;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.past.watch.ConditionState.Status;
import dev.winnow.past.watch.WatchedPair.Outcome;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.WhyText;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes recorded recommendations that were screened again, and their conditions. */
public final class WatchSentences {

    /** Maximum length, in characters, of an old or a new text. */
    private static final int MAX_TEXT = 70;

    /** Maximum number of causes that are listed for a pair. */
    private static final int MAX_CAUSES = 5;

    private final Wording wording;
    private final FactWords facts;
    private final WhyText why;

    /** @param facts the words for the facts of today's universe */
    public WatchSentences(Wording wording, FactWords facts) {
        this.wording = wording;
        this.facts = facts;
        this.why = new WhyText(wording, facts);
    }

    /** Returns how many recommendations stand, and how many do not. */
    public String summary(Watch watch) {
        Map<Outcome, Long> counts = watch.pairs().stream()
                .collect(Collectors.groupingBy(WatchedPair::outcome, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? wording.sentence("No recommendation by this pack is on record.")
                : together(counts.entrySet().stream()
                        .map(one -> count(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Message count(Outcome outcome, long count) {
        return switch (outcome) {
            case FELL ->
                Message.count(
                        count,
                        "no recommendation fell",
                        "1 recommendation no longer stands",
                        "%s recommendations no longer stand");
            case MISSING ->
                Message.count(
                        count, "none is missing", "1 is no longer in the universe", "%s are no longer in the universe");
            case NEARER ->
                Message.count(
                        count,
                        "none is nearer",
                        "1 stands nearer to a lower verdict than before",
                        "%s stand nearer to a lower verdict than before");
            case STANDS ->
                Message.count(count, "no recommendation stands", "1 recommendation stands", "%s recommendations stand");
            case WAITS ->
                Message.count(
                        count,
                        "no decision waits",
                        "1 decision waits for conditions",
                        "%s decisions wait for conditions");
        };
    }

    /** Returns how many conditions are overdue, due and met; empty if there are none. */
    public String conditions(Watch watch) {
        Map<Status, Long> counts = watch.conditions()
                .collect(Collectors.groupingBy(ConditionState::status, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : together(counts.entrySet().stream()
                        .map(one -> count(one.getKey(), one.getValue(), watch.within()))
                        .toList());
    }

    private static Message count(Status status, long count, int within) {
        return switch (status) {
            case OVERDUE ->
                Message.count(count, "no condition is overdue", "1 condition is overdue", "%s conditions are overdue");
            case DUE ->
                count == 1
                        ? Message.of("1 condition is due within %s days", within)
                        : Message.of("%s conditions are due within %s days", count, within);
            case OPEN ->
                Message.count(
                        count, "no condition is due later", "1 condition is due later", "%s conditions are due later");
            case MET -> Message.count(count, "no condition is met", "1 condition is met", "%s conditions are met");
        };
    }

    private String together(List<Message> counts) {
        return sentence(counts.stream().map(wording::say).collect(Collectors.joining(wording.sentence("; "))));
    }

    private String sentence(String text) {
        return wording.sentence("%s.", text);
    }

    /** Returns the recommendations by other packs, which are not watched; empty if there are none. */
    public String others(Map<String, Integer> byOthers) {
        return byOthers.isEmpty()
                ? ""
                : wording.sentence(
                        "Recommendations by other packs are not watched: %s. Name a pack with `%s`.",
                        wording.list(byOthers.entrySet().stream()
                                .map(one -> wording.sentence("%s (%s)", one.getKey(), one.getValue()))
                                .toList()),
                        "-r PACK");
    }

    /** {@code Winston in Tianjin}. */
    public String pair(Recommendation was) {
        return wording.sentence("%s, in %s", project(was), city(was));
    }

    /** Returns the name of the project: that of today's universe or, if it lacks the project, the recorded one. */
    public String project(Recommendation was) {
        return name("projects", was.project(), was.projectName());
    }

    /** Returns the name of the city: that of today's universe or, if it lacks the city, the recorded one. */
    public String city(Recommendation was) {
        return name("cities", was.city(), was.cityName());
    }

    private String name(String list, String id, String recorded) {
        String known = facts.named(list, id);
        return wording.language() == Language.EN || known.equals(id) ? wording.name(recorded) : known;
    }

    /** Returns who recommended it when, with the number of the record. */
    public String recorded(Recommendation was) {
        String day = wording.day(was.on());
        return was.reason() == null
                ? wording.sentence("Screened on %s in record %s.", day, was.record())
                : wording.sentence("Decided by %s on %s in record %s.", was.by(), day, was.record());
    }

    /** Returns the sentences on a pair: verdicts, distances, and the reasons for their changes. */
    public List<String> details(WatchedPair pair, Watch watch) {
        List<String> lines = new ArrayList<>();
        Recommendation was = pair.was();
        Assessment now = pair.now();
        lines.add(recorded(was));
        if (was.reason() != null && was.decision() != was.verdict()) {
            lines.add(wording.sentence(
                    "The decision was %s, against %s by the rules.", verdict(was.decision()), verdict(was.verdict())));
        }
        if (now == null) {
            lines.add(wording.sentence("The universe no longer has this project or this city."));
            return lines;
        }
        lines.add(score(pair, watch));
        if (pair.outcome() == Outcome.NEARER || pair.outcome() == Outcome.FELL) {
            flips(pair, lines);
        }
        causes(pair, lines);
        return lines;
    }

    private String score(WatchedPair pair, Watch watch) {
        Assessment now = Objects.requireNonNull(pair.now());
        String because = wording.say("because." + now.because());
        Assessment before = pair.before();
        String span = before == null || before.score().equals(now.score())
                ? Numbers.range(now.score())
                : wording.sentence("%s, before %s", Numbers.range(now.score()), Numbers.range(before.score()));
        return wording.sentence(
                "Today: %s, because %s; score %s, threshold %s.",
                verdict(now.verdict()),
                because,
                span,
                Numbers.points(
                        pair.was().verdict() == Verdict.RECOMMEND
                                ? watch.result().pack().recommendFrom()
                                : watch.result().pack().declineBelow()));
    }

    private void flips(WatchedPair pair, List<String> lines) {
        Reversal now = pair.flipNow();
        Reversal before = pair.flipBefore();
        if (now == null || pair.outcome() == Outcome.FELL) {
            return;
        }
        String smallest = wording.sentence(
                "Smallest change of one fact that lowers it: %s → %s", why.change(now), verdict(now.to()));
        lines.add(
                before == null
                        ? wording.sentence("%s; before, no single fact could.", smallest)
                        : now.equals(before)
                                ? sentence(smallest)
                                : wording.sentence("%s; before: %s.", smallest, why.change(before)));
    }

    private void causes(WatchedPair pair, List<String> lines) {
        Recommendation was = pair.was();
        if (pair.byProgram()) {
            lines.add(wording.sentence(
                    "This winnow derives another verdict from the record; `%s` shows the differences.",
                    "winnow replay " + was.screening()));
        }
        if (pair.byDay()) {
            lines.add(wording.sentence(
                    "The recorded facts and rules alone give another verdict on the day of today’s screening."));
        }
        if (was.then() == null) {
            lines.add(wording.sentence(
                    "The recorded pack or universe cannot be used any more, so no cause was searched for."));
        }
        int causes = pair.causes().size();
        for (List<UndoableEdit> set : pair.causes().subList(0, Math.min(MAX_CAUSES, causes))) {
            List<String> changes = set.stream()
                    .flatMap(edit -> edit.changes().stream().map(change -> change(change, edit.source())))
                    .toList();
            lines.add(wording.sentence(
                    pair.outcome() != Outcome.FELL
                            ? "Moved by: %s."
                            : set.size() == 1 ? "Cause: %s." : "Joint cause: %s.",
                    String.join(wording.sentence("; "), changes)));
        }
        if (causes > MAX_CAUSES) {
            lines.add(wording.sentence("Further causes, in the workbook and in the JSON: %s.", causes - MAX_CAUSES));
        }
        if (!pair.proven() && causes > 0) {
            lines.add(wording.sentence("Perhaps fewer changes are enough: not all sets were tried."));
        }
    }

    /** Returns a change with its old and new text, its source and its place. */
    public String change(Change change, @Nullable String source) {
        String what = wording.say(change.what());
        String before = shortened(facts.stated(change).get(0));
        String after = shortened(facts.stated(change).get(1));
        String changed = before != null && after != null
                ? wording.sentence("%s: %s → %s", what, before, after)
                : after != null
                        ? wording.sentence("%s: new, %s", what, after)
                        : before != null ? wording.sentence("%s: removed, was %s", what, before) : what;
        List<String> origin = new ArrayList<>();
        if (source != null) {
            origin.add(wording.sentence("source: %s", facts.source(source)));
        }
        if (!change.place().file().isEmpty()) { // entries by answers, tables or a panel have no place in a file
            origin.add(change.place().toString());
        }
        return origin.isEmpty()
                ? changed
                : wording.sentence("%s (%s)", changed, String.join(wording.sentence("; "), origin));
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null || value.codePointCount(0, value.length()) <= MAX_TEXT
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MAX_TEXT)) + "…";
    }

    /** Returns the points above the threshold, before and now: {@code 31 → 12}; empty if it is unknown. */
    public String margin(WatchedPair pair) {
        BigDecimal before = pair.marginBefore();
        BigDecimal now = pair.marginNow();
        if (now == null) {
            return "";
        }
        String shown = Numbers.points(now);
        return before == null || before.compareTo(now) == 0 ? shown : Numbers.points(before) + " → " + shown;
    }

    /** Returns a verdict in words. */
    public String verdict(Verdict verdict) {
        return wording.say("verdict." + verdict);
    }

    /** Returns the status of a condition in words. */
    public String status(Status status) {
        return wording.say("watch.status." + status);
    }

    /** Returns why a condition is met, or the state of its rule or fact; empty if only people can say. */
    public String subject(ConditionState state) {
        DueCondition condition = state.condition();
        DueCondition.Fulfilment met = condition.met();
        if (met != null) {
            return wording.sentence(
                    "Stated in record %s as met on %s: %s", met.record(), wording.day(met.day()), met.reason());
        }
        String about = condition.about();
        if (about == null || state.subject() == null) {
            return "";
        }
        return switch (state.subject()) {
            case SETTLED ->
                state.fact() == null
                        ? wording.sentence("By today’s facts, `%s` does not hold.", about)
                        : wording.sentence("The universe now states %s.", stated(state));
            case HOLDS -> wording.sentence("By today’s facts, `%s` holds.", about);
            case UNKNOWN -> wording.sentence("The pack no longer has the rule `%s`.", about);
            case UNDECIDED ->
                !condition.isAboutFact()
                        ? wording.sentence("By today’s facts, `%s` is still undecided.", about)
                        : state.fact() == null
                                ? wording.sentence("The universe does not state %s.", facts.words(about))
                                : wording.sentence("%s does not decide the rules yet.", stated(state));
        };
    }

    private String stated(ConditionState state) {
        Citation fact = Objects.requireNonNull(state.fact());
        String source = fact.universeSource();
        return source == null ? facts.read(fact) : wording.sentence("%s (%s)", facts.read(fact), facts.source(source));
    }
}
