package dev.winnow.portfolio.portfolio;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.portfolio.portfolio.Candidate.CostBasis;
import dev.winnow.portfolio.portfolio.Portfolio.ChosenSet;
import dev.winnow.portfolio.portfolio.Portfolio.Kind;
import dev.winnow.portfolio.portfolio.Portfolio.Margin;
import dev.winnow.portfolio.portfolio.Portfolio.Outsider;
import dev.winnow.portfolio.portfolio.Portfolio.Standing;
import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sentences about a portfolio, in one language. */
public final class PortfolioSentences {

    private final Portfolio portfolio;
    private final Wording wording;

    public PortfolioSentences(Portfolio portfolio, Wording wording) {
        this.portfolio = portfolio;
        this.wording = wording;
    }

    /** Returns points. */
    public String points(long millionths) {
        return Numbers.points(BigDecimal.valueOf(millionths, 6));
    }

    /** Returns a score. */
    public String score(long millionths) {
        return Numbers.score(BigDecimal.valueOf(millionths, 6));
    }

    /** Returns a difference in points, with its sign. */
    public String signed(long millionths) {
        return (millionths > 0 ? "+" : millionths < 0 ? "−" : "") + points(Math.abs(millionths));
    }

    /** Returns an amount of money; a plain number if the plan brings its own candidates. */
    public String money(long millionths) {
        return Figure.exactly(Amount.of(BigDecimal.valueOf(millionths, 6)), portfolio.money())
                .write(wording.language());
    }

    /** Returns the number of projects in words. */
    public String projects(int many) {
        return many == 1 ? wording.sentence("1 project") : wording.sentence("%s projects", many);
    }

    /** Returns the name of the plan. */
    public String name() {
        String title = portfolio.plan().title();
        return title == null ? wording.sentence("Which set to fund") : title;
    }

    /** Returns the title line. */
    public String title() {
        String title = name();
        return portfolio.universe() == null || portfolio.pack() == null
                ? title
                : wording.sentence(
                        "%s: universe %s, pack %s",
                        title,
                        Editions.universe(portfolio.universe(), portfolio.names(), wording)
                                .name(),
                        Editions.pack(portfolio.pack(), portfolio.names(), wording)
                                .name());
    }

    /** Returns the line on the candidates and the budget. */
    public String asked() {
        Set<String> all = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        for (Candidate one : portfolio.candidates()) {
            all.add(one.project());
            if (!one.barred().containsKey(portfolio.main())
                    && !portfolio.plan().never().contains(one.project())) {
                open.add(one.project());
            }
        }
        Amount budget = portfolio.plan().budget();
        String choice = wording.sentence("%s of %s candidates can be chosen", open.size(), all.size());
        return budget == null
                ? wording.sentence("No budget in all; %s.", choice)
                : wording.sentence(
                        "A budget of %s; %s.",
                        Figure.exactly(budget, portfolio.money()).write(wording.language()), choice);
    }

    private String reading(Scenario reading) {
        return switch (reading) {
            case CERTAIN ->
                portfolio.pack() == null
                        ? wording.sentence("by the given values")
                        : wording.sentence("by certain points");
            case BASE -> wording.sentence("by the base case");
            case POSSIBLE -> wording.sentence("by possible points");
        };
    }

    /** Returns how sure it is that no set is better. */
    public String sure(ChosenSet set) {
        if (set.status() == Status.PROVEN) {
            return portfolio.complete() && set.leftOut() == 0
                    ? wording.sentence("proven best")
                    : wording.sentence("best as far as pairs and groups tell");
        }
        return wording.sentence(
                "the best found with this effort; none is more than %s better",
                wording.say("page.percent", Numbers.up(BigDecimal.valueOf(set.gap() * 100), 1)));
    }

    /** Returns the sentence on the best set. */
    public String headline(ChosenSet set) {
        return wording.sentence(
                "Best set %s: %s, %s points, %s, %s",
                reading(set.scenario()),
                projects(set.members().size()),
                points(set.worth()),
                money(set.cost()),
                sure(set));
    }

    /** Returns a verdict; empty for a candidate that the plan brings, which has none. */
    public String verdict(@Nullable Verdict verdict) {
        return verdict == null ? "" : wording.say("verdict." + verdict);
    }

    /** Returns the share of relevant facts known about a candidate. */
    public String known(Candidate one) {
        return one.known() == null ? "" : Numbers.percent(one.known(), wording);
    }

    /** Returns how the cost of a candidate was determined, if it is not simply known. */
    public String basis(Candidate one, Scenario reading) {
        CostBasis basis = one.basis().getOrDefault(reading, CostBasis.KNOWN);
        return switch (basis) {
            case KNOWN -> "";
            case PLAN -> portfolio.pack() == null ? "" : wording.sentence("by the plan");
            case RANGE_END -> wording.sentence(reading == Scenario.POSSIBLE ? "at least" : "at most");
            case ASSUMED -> wording.sentence("assumed");
        };
    }

    /** Returns remarks on how the value of a set was computed. */
    public List<String> remarks(ChosenSet set) {
        List<String> remarks = new ArrayList<>();
        if (portfolio.pack() == null) {
            return remarks;
        }
        List<String> assumed = names(set.members().stream()
                .map(Portfolio.Member::candidate)
                .filter(one -> one.verdict() != Verdict.RECOMMEND && one.base() == Verdict.RECOMMEND)
                .toList());
        if (!assumed.isEmpty()) {
            remarks.add(wording.sentence(
                    "On hold by what is known, recommended only by what is assumed: %s.", wording.list(assumed)));
        }
        List<String> held = names(set.members().stream()
                .map(Portfolio.Member::candidate)
                .filter(one -> one.verdict() != Verdict.RECOMMEND && one.base() != Verdict.RECOMMEND)
                .toList());
        if (!held.isEmpty()) {
            remarks.add(wording.sentence("On hold, and not recommended by any reading: %s.", wording.list(held)));
        }
        remarks.add(wording.sentence(
                "Points are scores as if the others of the city had landed: the set itself was screened."));
        if (set.leftOut() != 0) {
            remarks.add(wording.sentence(
                    "Pairs and groups of projects explain all but %s points of that.", signed(set.leftOut())));
        }
        if (!portfolio.complete()) {
            remarks.add(wording.sentence(
                    "Among so many, only projects that touch in the chain were screened together before it was"
                            + " chosen."));
        }
        return remarks;
    }

    /** Returns why there is no set. */
    public List<String> none() {
        List<String> lines = new ArrayList<>();
        ChosenSet best = portfolio.best();
        if (!portfolio.contradiction().isEmpty()) {
            lines.add(wording.sentence(
                    portfolio.cutShort()
                            ? "No set meets all constraints. These contradict each other; the effort was spent"
                                    + " before fewer were found:"
                            : "No set meets all constraints. These contradict each other; without any one of them"
                                    + " they would not:"));
            portfolio.contradiction().forEach(one -> lines.add("- " + wording.say(one)));
        } else if (best != null && best.status() == Status.OUT_OF_TIME) {
            lines.add(wording.sentence("No set was found with this effort: give it more with `%s`.", "--effort"));
        } else {
            lines.add(wording.sentence("No candidate can be chosen within this."));
        }
        return lines;
    }

    /** Returns a comparison of another set with the best one. */
    public String beside(ChosenSet set, ChosenSet best) {
        if (set.members().isEmpty()) {
            return wording.sentence("Best %s: no project at all.", reading(set.scenario()));
        }
        List<String> more = names(set.members().stream()
                .map(Portfolio.Member::candidate)
                .filter(one -> !best.has(one.project()))
                .toList());
        List<String> less = best.members().stream()
                .map(Portfolio.Member::candidate)
                .filter(one -> !set.has(one.project()))
                .map(one -> excluded(one, set.scenario()))
                .toList();
        String whole = wording.sentence(
                "Best %s: %s, %s points, %s",
                reading(set.scenario()), projects(set.members().size()), points(set.worth()), sure(set));
        String differs = more.isEmpty() && less.isEmpty()
                ? wording.sentence("the same projects")
                : more.isEmpty()
                        ? wording.sentence("without %s", wording.list(less))
                        : less.isEmpty()
                                ? wording.sentence("with %s besides", wording.list(more))
                                : wording.sentence("with %s in place of %s", wording.list(more), wording.list(less));
        return wording.sentence("%s; %s.", whole, differs);
    }

    /** Returns a candidate that another reading leaves out, and the rule that excludes it, if any. */
    private String excluded(Candidate one, Scenario reading) {
        String name = wording.name(one.projectName());
        Bar bar = one.barred().get(reading);
        return bar == null ? name : wording.sentence("%s (%s)", name, wording.say(bar.why()));
    }

    /** Returns the result of choosing in the order of the ranking. */
    public String greedy(ChosenSet greedy, ChosenSet best) {
        long less = best.worth() - greedy.worth();
        return less <= 0
                ? wording.sentence("Choosing by points per money first gives the same value.")
                : wording.sentence(
                        "Taking the most points for the money first finds %s points: %s less.",
                        points(greedy.worth()), points(less));
    }

    /** Returns the result of choosing by points per money, shown beside the curve. */
    public String greedily(ChosenSet greedy) {
        return wording.sentence("%s by points per money", points(greedy.worth()));
    }

    /** Returns how the standings were computed. */
    public String drawn() {
        return wording.sentence(
                "How sure: %s best sets, as weights and unknown points were drawn; costs were not",
                Numbers.grouped(portfolio.draws()));
    }

    /** Returns a candidate and the share of draws in which it was in the best set. */
    private String standing(Standing one) {
        String name = wording.name(one.candidate().projectName());
        return one.kind() == Kind.BORDERLINE
                ? wording.sentence("%s (%s)", name, Numbers.share(one.times(), portfolio.draws(), wording))
                : name;
    }

    /** Returns the standing of a candidate in a word, and that it rests on assumptions. */
    public String kind(Standing one) {
        String kind = wording.say("sheet.standing." + one.kind());
        return one.assumed() ? wording.sentence("%s, by assumption", kind) : kind;
    }

    /** Returns the sentences on all candidates of each standing, apart for those that rest on assumptions. */
    public List<String> standings() {
        List<String> sentences = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (boolean assumed : List.of(false, true)) {
                List<String> names = portfolio.standings().stream()
                        .filter(one -> one.kind() == kind && one.assumed() == assumed)
                        .map(this::standing)
                        .toList();
                if (!names.isEmpty()) {
                    sentences.add(standing(kind, assumed, wording.list(names)));
                }
            }
        }
        return sentences;
    }

    private String standing(Kind kind, boolean assumed, String names) {
        String label = switch (kind) {
            case REQUIRED -> wording.sentence("In every one because the constraints require it");
            case CORE -> wording.sentence("In every one");
            case BORDERLINE -> wording.sentence("In some");
            case EXTERIOR -> wording.sentence("In none");
        };
        return wording.sentence(
                "%s: %s.", assumed ? wording.sentence("%s, if the assumptions on them hold", label) : label, names);
    }

    /** Returns why a candidate is not in the set, and what would bring it in. */
    public String outsider(Outsider one) {
        String name = wording.name(one.candidate().projectName());
        Long loss = one.loss();
        if (loss == null) {
            return wording.sentence("%s: no set with it meets the constraints.", name);
        }
        if (one.isTied()) {
            return one.instead().isEmpty()
                    ? wording.sentence("%s: tied; a set with it has the same value.", name)
                    : wording.sentence(
                            "%s: tied; a set with it in place of %s has the same value.",
                            name, wording.list(names(one.instead())));
        }
        return one.instead().isEmpty()
                ? wording.sentence(
                        "%s: the best set with it has %s points less; it would have to score that much more.",
                        name, points(loss))
                : wording.sentence(
                        "%s: the best set with it has %s points less, in place of %s; it would have to score that much"
                                + " more.",
                        name, points(loss), wording.list(names(one.instead())));
    }

    /** Returns the candidates that cannot be chosen, by reason. */
    public List<String> barred() {
        // A project barred in every city counts under the reason that applies latest: elsewhere it is excluded sooner.
        Map<String, Bar> last = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (Candidate one : portfolio.candidates()) {
            Bar bar = one.barred().get(portfolio.main());
            names.put(one.project(), wording.name(one.projectName()));
            if (bar == null) {
                open.add(one.project());
            } else {
                last.merge(
                        one.project(),
                        bar,
                        (before, other) -> other.reason().compareTo(before.reason()) > 0 ? other : before);
            }
        }
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        last.entrySet().stream()
                .filter(one -> !open.contains(one.getKey()))
                .sorted(Comparator.comparing(one -> one.getValue().reason()))
                .forEach(one -> byReason.computeIfAbsent(
                                wording.say(one.getValue().why()), unused -> new LinkedHashSet<>())
                        .add(names.getOrDefault(one.getKey(), one.getKey())));
        List<String> lines = new ArrayList<>();
        byReason.forEach((why, those) ->
                lines.add(wording.sentence("Cannot be chosen, since %s: %s.", why, wording.list(those))));
        return lines;
    }

    /** Returns the value of a larger budget. */
    public String margin(Margin one) {
        String label = wording.say(one.label());
        return one.gain() <= 0
                ? wording.sentence("%s more of %s brings nothing.", money(one.more()), label)
                : wording.sentence("%s more of %s brings %s points.", money(one.more()), label, points(one.gain()));
    }

    private List<String> names(List<Candidate> candidates) {
        return candidates.stream().map(one -> wording.name(one.projectName())).toList();
    }

    /** Returns the closing line on the method. */
    public String foot() {
        return portfolio.pack() == null
                ? wording.sentence("Found by %s.", portfolio.solver())
                : wording.sentence(
                        "Found by %s. A set is worth the sum of its scores; the weights are the modeller’s.",
                        portfolio.solver());
    }
}
