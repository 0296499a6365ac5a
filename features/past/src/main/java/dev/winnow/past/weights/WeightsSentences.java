package dev.winnow.past.weights;

import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.decisions.PastPreference;
import dev.winnow.past.weights.ImpliedWeights.Agreeing;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sentences about the weights that past decisions imply. */
public final class WeightsSentences {

    /** Number of statements that a sentence names; the JSON output contains all. */
    private static final int FEW = 3;

    /** Says how declined decisions are read in a list without held ones. */
    public static final String YES_OR_NO =
            "No decision of the list is held, so people only said yes or no: declined means that the rules must not recommend.";

    /** Number of decimals of weights that add up to 1. */
    private static final int DECIMALS_OF_ONE = 4;

    private final ImpliedWeights implied;
    private final Names names;
    private final Wording wording;
    private final Map<String, String> titles = new HashMap<>();

    /** @param names the names of projects and cities */
    public WeightsSentences(ImpliedWeights implied, Names names, Wording wording) {
        this.implied = implied;
        this.names = names;
        this.wording = wording;
        implied.figures().forEach(one -> titles.put(one.id(), one.title()));
    }

    /** Returns a weight, threshold or distance, rounded. */
    public String number(BigDecimal number) {
        return Numbers.near(number, decimals());
    }

    private int decimals() {
        return implied.total().compareTo(BigDecimal.ONE) == 0 ? DECIMALS_OF_ONE : 2;
    }

    /** Returns a separation that weights can keep, rounded down. */
    public String separation(BigDecimal number) {
        return Numbers.down(number, decimals());
    }

    /** Returns the smallest value of a range, marked if only larger ones agree. */
    public String lowest(Agreeing range) {
        return (range.lowOpen() ? "> " : "") + number(range.low());
    }

    /** Returns the largest value of a range, marked if only smaller ones agree. */
    public String highest(Agreeing range) {
        return (range.highOpen() ? "< " : "") + number(range.high());
    }

    /** Returns the result in a sentence. */
    public String headline() {
        if (implied.isUndecided()) {
            return wording.sentence("No weights were found that agree with all of these: %s.", counts());
        }
        return implied.fits()
                ? wording.sentence("Some weights agree with all of these: %s.", counts())
                : wording.sentence("No weights agree with all of these: %s.", counts());
    }

    private String counts() {
        List<Statement> all = implied.statements();
        return wording.list(Stream.of(
                        Message.count(number(all, Statement.Decided.class), "", "1 decision", "%s decisions"),
                        Message.count(
                                number(all, Statement.Preferred.class) + number(all, Statement.Ranked.class),
                                "",
                                "1 preference",
                                "%s preferences"),
                        Message.count(
                                number(all, Statement.Classed.class), "", "1 row with a class", "%s rows with a class"),
                        Message.count(
                                number(all, Statement.Ordered.class),
                                "",
                                "1 line of the pack’s order of importance",
                                "%s lines of the pack’s order of importance"),
                        Message.count(
                                number(all, Statement.Swing.class),
                                "",
                                "1 answer about a swing",
                                "%s answers about swings"))
                .map(wording::say)
                .filter(one -> !one.isEmpty())
                .toList());
    }

    private static long number(List<Statement> all, Class<? extends Statement> type) {
        return all.stream().filter(type::isInstance).count();
    }

    /** Returns the remarks below the headline. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        BigDecimal separation = implied.separation();
        if (separation != null) {
            remarks.add(wording.sentence(
                    "Largest separation: %s. A score that must stay below a threshold, or below a better score, can stay below it by this distance.",
                    separation(separation)));
        }
        BigDecimal kept = implied.kept();
        if (kept != null && kept.signum() > 0) {
            remarks.add(wording.sentence(
                    "Ranges and candidates are those of weights with a separation of at least %s; `--separation 0` shows all weights that agree.",
                    separation(kept)));
        } else if (implied.figures().stream().anyMatch(WeightsSentences::isOpen)) {
            remarks.add(
                    wording.sentence(
                            "At an end marked by > or <, scores that must differ are equal: the values beside it agree, but not the end itself."));
        }
        if (implied.yesOrNo()) {
            remarks.add(wording.sentence(YES_OR_NO));
        }
        if (implied.fits() && implied.figures().stream().anyMatch(one -> one.range() == null)) {
            remarks.add(wording.sentence(
                    "No decision is about the threshold of DECLINE: any value up to that of RECOMMEND agrees."));
        }
        List<Statement> broken = implied.broken();
        if (broken != null) {
            remarks.add(
                    broken.isEmpty()
                            ? wording.sentence("The present weights agree with all of them.")
                            : wording.sentence(
                                    "The present weights contradict %s of them: %s.", broken.size(), several(broken)));
        }
        if (implied.isUndecided()) {
            remarks.add(wording.sentence("The search was not completed."));
        } else if (implied.fits() && !implied.proven()) {
            remarks.add(wording.sentence("The search was not completed: ranges may be wider than shown."));
        }
        return remarks;
    }

    private static boolean isOpen(Figure figure) {
        Agreeing range = figure.range();
        return range != null && (range.lowOpen() || range.highOpen());
    }

    /** Returns some statements, and the number of the others. */
    private String several(List<Statement> statements) {
        return wording.list(statements.stream().map(this::statement).toList(), FEW);
    }

    /** Returns a statement in words. */
    public String statement(Statement statement) {
        if (statement instanceof Statement.Decided decided) {
            return decision(decided.decision());
        } else if (statement instanceof Statement.Preferred preferred) {
            PastPreference one = preferred.preference();
            return preference(pair(one.better()), pair(one.worse()), one.tied(), one.place());
        } else if (statement instanceof Statement.Ranked ranked) {
            return preference(ranked.better(), ranked.worse(), ranked.tied(), ranked.place());
        } else if (statement instanceof Statement.Classed classed) {
            return wording.sentence("%s in class %s (%s)", classed.name(), classed.group(), place(classed.place()));
        } else if (statement instanceof Statement.Swing swing) {
            return wording.sentence(
                    "the swing of %s, %s of the largest (%s)",
                    title(swing.criterion()), swing(swing), place(swing.place()));
        }
        Statement.Ordered ordered = (Statement.Ordered) statement;
        return wording.sentence("the pack’s order `%s`", ordered.more() + " >= " + ordered.less());
    }

    private static String swing(Statement.Swing swing) {
        String low = Numbers.near(swing.low(), 2);
        String high = Numbers.near(swing.high(), 2);
        return (low.equals(high) ? low : low + "–" + high) + " %";
    }

    private String preference(String better, String worse, boolean tied, Place place) {
        return tied
                ? wording.sentence("%s equal to %s (%s)", better, worse, place(place))
                : wording.sentence("%s before %s (%s)", better, worse, place(place));
    }

    /** Returns the last part of the name of a file, and the line or cell. */
    private static String place(Place place) {
        String file = place.file();
        return new Place(
                        file.substring(file.lastIndexOf('/') + 1),
                        place.sheet(),
                        place.line(),
                        place.sheet() == null ? 0 : place.column(),
                        null)
                .toString();
    }

    /** Returns a decision in words. */
    public String decision(PastDecision decision) {
        List<String> origin = new ArrayList<>();
        if (decision.pair().day() != null) {
            origin.add(wording.day(decision.pair().day()));
        }
        origin.add(place(decision.place()));
        String pair = pair(decision.pair());
        String where = wording.list(origin);
        return switch (decision.outcome()) {
            case APPROVED -> wording.sentence("%s approved (%s)", pair, where);
            case HELD -> wording.sentence("%s held (%s)", pair, where);
            case DECLINED -> wording.sentence("%s declined (%s)", pair, where);
        };
    }

    /** Returns the names of a project and its city; the name of a row of a table. */
    public String pair(PastPair pair) {
        return pair.city().isEmpty() ? pair.project() : wording.say("weights.pair", project(pair), city(pair));
    }

    public String project(PastPair pair) {
        return pair.city().isEmpty() ? pair.project() : names.of("projects", pair.project(), wording.language());
    }

    public String city(PastPair pair) {
        return names.of("cities", pair.city(), wording.language());
    }

    private String title(String criterion) {
        return titles.getOrDefault(criterion, criterion);
    }

    /** Returns the name of a weight or threshold. */
    public String title(Figure figure) {
        if (figure.weight()) {
            return figure.title();
        }
        return switch (figure.id()) {
            case "recommend" -> wording.sentence("Threshold of RECOMMEND");
            case "decline" -> wording.sentence("Threshold of DECLINE");
            default -> wording.sentence("Threshold of class %s", figure.id());
        };
    }

    /** Returns the statements that limit a range; empty if none does. */
    public List<String> limits(Figure figure) {
        Agreeing range = figure.range();
        List<String> limits = new ArrayList<>();
        if (range != null && !range.below().isEmpty()) {
            limits.add(wording.sentence(
                    range.lowOpen() ? "more than %s: %s" : "at least %s: %s",
                    number(range.low()),
                    several(range.below())));
        }
        if (range != null && !range.above().isEmpty()) {
            limits.add(wording.sentence(
                    range.highOpen() ? "less than %s: %s" : "at most %s: %s",
                    number(range.high()),
                    several(range.above())));
        }
        return limits;
    }

    /** Returns the class of a candidate with the present weights; empty without present weights. */
    public String own(Prospect prospect) {
        Integer own = prospect.own();
        return own == null ? "" : group(own);
    }

    /** Returns the classes of a candidate for all weights that agree. */
    public String possible(Prospect prospect) {
        List<String> groups = prospect.possible().stream().map(this::group).toList();
        return groups.size() == 1
                ? wording.sentence("always %s", groups.get(0))
                : String.join(wording.sentence(" or "), groups);
    }

    private String group(int number) {
        return implied.broken() == null
                ? String.valueOf(number + 1)
                : wording.say("verdict." + List.of(Verdict.values()).get(number));
    }

    /** Returns the best and the worst rank of a candidate in its city. */
    public String rank(Prospect prospect) {
        long rivals = implied.prospects().stream()
                .filter(one -> one.pair().city().equals(prospect.pair().city()))
                .count();
        long best = 1L + prospect.behind().size();
        long worst = rivals - prospect.ahead().size();
        return best == worst ? String.valueOf(best) : best + "–" + worst;
    }

    /** Returns the reason of a verdict that does not depend on weights. */
    public String because(VerdictReason because) {
        return switch (because) {
            case KNOCK_OUT -> wording.sentence("a knock-out holds");
            case RED_FLAG -> wording.sentence("a red flag holds");
            default -> wording.sentence("a knock-out may hold");
        };
    }

    /** Returns statements that contradict each other. */
    public String set(List<Statement> statements) {
        return String.join(
                wording.sentence("; "), statements.stream().map(this::statement).toList());
    }

    /** Returns the least change that makes weights agree. */
    public String change() {
        List<List<Statement>> changes = implied.changes();
        int number = changes.get(0).size();
        if (implied.atLeast() == 0) {
            return wording.sentence(
                    "Without the following %s, weights agree with the others; smaller sets were not all tried.",
                    number);
        }
        if (!implied.isLeast()) {
            return wording.sentence(
                    "Without the following %s, weights agree with the others. At least %s must be given up; smaller sets than the following were not all tried.",
                    number, implied.atLeast());
        }
        Message sentence = Message.count(
                number,
                "",
                "Weights agree with all others if this one is given up.",
                "Weights agree with all others if these %s are given up, and not with fewer.");
        return changes.size() == 1
                ? wording.say(sentence)
                : wording.sentence("Weights agree with all others if one of these sets is given up:");
    }
}
