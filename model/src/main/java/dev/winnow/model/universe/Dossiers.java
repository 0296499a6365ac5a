package dev.winnow.model.universe;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Outcome;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.domain.StatedFact;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.LinkStatus;
import dev.winnow.model.internal.history.PlacedFact;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.Settled;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.internal.read.CityReader;
import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates the dossiers of a universe on a day: projects, cities with their rows, links, chains, firms, then subjects
 * that only stated facts mention.
 */
final class Dossiers {

    private static final Comparator<Statement> BY_DAY = Comparator.comparing(
                    (Statement one) -> LinkStatus.orEver(one.evidence().asOf()))
            .thenComparing(Statement::place);

    private final StatementStore store;
    private final Facts facts;
    private final View view;
    private final Map<String, List<StatedFact>> factsOf = new TreeMap<>();
    private final Set<String> wholes = new HashSet<>();
    private final List<Dossier> made = new ArrayList<>();

    private Dossiers(StatementStore store, Facts facts, View view) {
        this.store = store;
        this.facts = facts;
        this.view = view;
        wholes.addAll(store.projects().keySet());
        wholes.addAll(store.cities().keySet());
        facts.links().forEach(link -> wholes.add(link.id()));
        facts.chains().forEach(chain -> wholes.add(chain.id()));
        firms().forEach(firm -> wholes.add(firm.id()));
        for (PlacedFact placed : store.facts()) {
            StatedFact fact = placed.fact();
            if (view.counts(fact.evidence())) {
                factsOf.computeIfAbsent(fact.subject(), any -> new ArrayList<>())
                        .add(fact);
            }
        }
    }

    static List<Dossier> of(StatementStore store, Facts facts, View view) {
        Dossiers dossiers = new Dossiers(store, facts, view);
        store.projects().values().forEach(dossiers::project);
        store.cities().values().forEach(dossiers::city);
        facts.links().forEach(dossiers::link);
        facts.chains().forEach(dossiers::chain);
        dossiers.firms().forEach(dossiers::firm);
        dossiers.others();
        return List.copyOf(dossiers.made);
    }

    private void project(ProjectHistory project) {
        List<Citation> stated = stated(project.history());
        for (History<Milestone> milestone : project.milestones()) {
            if (milestone.known(view)) {
                Milestone reached = milestone.at(view);
                Evidence evidence = Objects.requireNonNullElse(reached.evidence(), Evidence.NONE);
                stated.add(new Citation(
                        "milestones." + reached.step(),
                        null,
                        String.valueOf(reached.reached()),
                        evidence(milestone.of("reached"), evidence)));
            }
        }
        Outcome outcome = project.outcome();
        if (outcome != null && view.hindsight()) {
            String ended = outcome.ended() == null ? "" : " by " + outcome.ended();
            stated.add(new Citation(
                    "outcome",
                    null,
                    outcome.result() + ended,
                    late(Objects.requireNonNullElse(outcome.evidence(), Evidence.NONE))));
        }
        add("project", project.id(), project.name(), null, stated, unknown(project.history()), List.of());
    }

    /** Marks the evidence of an outcome as hindsight, which it is even if its file does not say so. */
    private static Evidence late(Evidence evidence) {
        return new Evidence(evidence.source(), evidence.asOf(), true, evidence.note());
    }

    /** Returns the evidence of the value if it has its own, else the evidence of the whole entry. */
    private static Evidence evidence(List<Statement> values, Evidence whole) {
        Evidence own = values.isEmpty() ? whole : values.get(0).evidence();
        return new Evidence(
                own.source(),
                whole.asOf(),
                own.hindsight() || whole.hindsight(),
                own.note() == null ? whole.note() : own.note(),
                own.conversion());
    }

    private void city(CityHistory city) {
        List<Citation> stated = stated(city.history());
        List<String> unknown = unknown(city.history());
        for (Presence presence : facts.presences(city.id(), null)) {
            if (presence.held() == null) {
                unknown.add("presences." + presence.link());
            } else {
                stated.add(held("presences." + presence.link(), presence.held(), presence.evidence()));
            }
        }
        for (Coverage coverage : facts.coverages(city.id(), null)) {
            if (coverage.evidence() != null && coverage.held() != null) {
                stated.add(held("coverages." + coverage.stage(), coverage.held(), coverage.evidence()));
            }
        }
        List<String> open = new ArrayList<>();
        for (String list : store.words().vocabulary().rows().keySet()) {
            if (!facts.complete(city.id(), list)) {
                open.add(list);
            }
        }
        add("city", city.id(), city.name(), null, stated, unknown, open);
        for (History<?> row : city.rows()) {
            if (row.known(view)) {
                String id = CityReader.key(row);
                String name = row.text("name").isEmpty() ? id : row.text("name");
                add(Dossier.kind(row.shape().name()), id, name, city.id(), stated(row), unknown(row), List.of());
            }
        }
    }

    private void link(ChainLink link) {
        List<Citation> stated = new ArrayList<>();
        for (String city : store.cities().keySet()) {
            for (Presence presence : facts.presences(city, null)) {
                if (presence.link().equals(link.id()) && presence.held() != null) {
                    stated.add(held("held." + city, presence.held(), presence.evidence()));
                }
            }
        }
        stated.add(new Citation("upstream", null, words(link.upstream()), Evidence.NONE));
        add("link", link.id(), link.name(), null, stated, List.of(), List.of());
    }

    private void chain(IndustrialChain chain) {
        List<Citation> links = List.of(new Citation("links", null, words(chain.links()), Evidence.NONE));
        add("chain", chain.id(), chain.name(), null, new ArrayList<>(links), List.of(), List.of());
    }

    private List<FirmNames.Known> firms() {
        return store.words().firms().firms();
    }

    private void firm(FirmNames.Known firm) {
        List<String> others = firm.names().stream()
                .filter(name -> !name.equals(firm.name()) && !name.equals(firm.id()))
                .toList();
        List<Citation> stated = new ArrayList<>();
        if (!others.isEmpty()) {
            stated.add(new Citation("aliases", null, words(others), firm.evidence()));
        }
        add("firm", firm.id(), firm.name(), null, stated, List.of(), List.of());
    }

    private void others() {
        Set<String> known = new LinkedHashSet<>();
        made.forEach(dossier -> known.add(dossier.id()));
        factsOf.keySet().stream()
                .filter(subject -> !known.contains(subject))
                .toList()
                .forEach(subject -> add("other", subject, subject, null, new ArrayList<>(), List.of(), List.of()));
    }

    private void add(
            String kind,
            String id,
            String name,
            @Nullable String city,
            List<Citation> stated,
            List<String> unknown,
            List<String> open) {
        boolean meant = city == null || !wholes.contains(id);
        for (StatedFact fact : meant ? factsOf.getOrDefault(id, List.of()) : List.<StatedFact>of()) {
            String text = fact.text() == null ? "" : fact.text();
            stated.add(new Citation(
                    fact.about(),
                    fact.figure(),
                    fact.figure() == null ? text : fact.figure().toString(),
                    fact.figure() == null ? fact.evidence() : remarked(fact.evidence(), text)));
        }
        List<Problem> conflicts =
                new ArrayList<>(conflicts(city == null ? kind + " " + id : city + " " + kind + " " + id));
        if (city == null) {
            conflicts.addAll(conflicts("fact " + id));
        }
        made.add(new Dossier(kind, id, name, city, stated, unknown, open, conflicts));
    }

    /** Puts the words of a fact that also has a figure before its note. */
    private static Evidence remarked(Evidence evidence, String text) {
        String note = evidence.note() == null ? text : text.isEmpty() ? evidence.note() : text + "; " + evidence.note();
        return new Evidence(
                evidence.source(),
                evidence.asOf(),
                evidence.hindsight(),
                note.isEmpty() ? null : note,
                evidence.conversion());
    }

    private List<Problem> conflicts(String subject) {
        return store.disputes().getOrDefault(subject, List.of());
    }

    private static Citation held(String component, boolean held, @Nullable Evidence evidence) {
        return new Citation(component, null, String.valueOf(held), Objects.requireNonNullElse(evidence, Evidence.NONE));
    }

    private List<Citation> stated(History<?> subject) {
        List<Citation> stated = new ArrayList<>();
        for (Component component : subject.shape().stated()) {
            if (component.name().equals("id") || component.name().equals("name")) {
                continue;
            }
            subject.of(component.name()).stream()
                    .filter(statement -> component.timeless() || statement.counts(view))
                    .sorted(BY_DAY)
                    .map(statement -> citation(component.name(), statement))
                    .forEach(stated::add);
        }
        String remark = subject.evidence().note();
        if (remark != null && !stated.isEmpty()) {
            Citation first = stated.get(0);
            stated.set(
                    0,
                    new Citation(first.property(), first.figure(), first.value(), remarked(first.evidence(), remark)));
        }
        return stated;
    }

    private static Citation citation(String component, Statement statement) {
        Figure figure = statement.value() instanceof Figure number ? number : null;
        String value = statement.value() instanceof List<?> list
                ? words(list)
                : statement.value().toString();
        return new Citation(component, figure, value, statement.evidence());
    }

    private static String words(List<?> list) {
        List<String> words = new ArrayList<>(list.stream().map(Object::toString).toList());
        if (StartOfList.mayHoldMore(list)) {
            words.add("perhaps more");
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** Whether a core fact is shown but never asked for, such as the progress of a project. */
    private static boolean isShown(History<?> subject, Component component) {
        DeclaredProperty core = subject.shape().type().equals(Project.class)
                ? Objects.requireNonNull(Vocabulary.types().get("Project")).property(component.name())
                : null;
        return core != null && core.who() == null;
    }

    private List<String> unknown(History<?> subject) {
        List<String> unknown = new ArrayList<>();
        for (Component component : subject.shape().stated()) {
            // Open candidates have no city, and claims that are not made are false: neither is unknown.
            boolean asked =
                    component.held(null) == null && !component.name().equals("city") && !isShown(subject, component);
            Settled settled = Settled.latest(
                    subject.of(component.name()), statement -> component.timeless() || statement.counts(view));
            if (asked && (settled == null || settled.value() == null)) {
                unknown.add(component.name());
            }
        }
        return unknown;
    }
}
