package dev.winnow.model.universe;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Internal;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The facts of a universe that were known on a day. Lists are sorted by id. Immutable and thread-safe. */
public sealed class Facts permits AssumedFacts {

    private final StatementStore store;
    private final View view;
    private final Map<String, Holdings> holdings;
    private final Map<String, List<Object>> rows;

    /**
     * Creates the facts of a view.
     *
     * @param ground facts with the same cities and holdings, which are reused; null if there are none
     */
    Facts(StatementStore store, View view, @Nullable Facts ground) {
        this(store, view, ground, Set.of());
    }

    /**
     * Creates the facts of a view.
     *
     * @param ground facts with the same cities, which are reused; null if there are none
     * @param changed the cities whose holdings differ from those of the ground
     */
    Facts(StatementStore store, View view, @Nullable Facts ground, Set<String> changed) {
        this.store = store;
        this.view = view;
        this.rows = ground == null ? new ConcurrentHashMap<>() : ground.rows;
        if (ground == null || changed.isEmpty()) {
            this.holdings = ground == null ? new ConcurrentHashMap<>() : ground.holdings;
        } else {
            this.holdings = new ConcurrentHashMap<>(ground.holdings);
            this.holdings.keySet().removeAll(changed);
        }
    }

    /** Returns the facts that may be stated. */
    public Vocabulary vocabulary() {
        return store.words().vocabulary();
    }

    /** Returns the display names of the universe's entries. */
    public Names names() {
        return store.names();
    }

    /** Returns the day. */
    public LocalDate asOf() {
        return view.day();
    }

    /** Returns every project that can be screened, as it was known. */
    public List<Project> projects() {
        return store.projects().values().stream()
                .map(history -> history.history().at(view))
                .toList();
    }

    /** Returns a project as it was known; null if no project has that id. */
    public @Nullable Project project(String id) {
        ProjectHistory history = store.projects().get(id);
        return history == null ? null : history.history().at(view);
    }

    /** Returns every city, as it was known. */
    public List<City> cities() {
        return store.cities().values().stream()
                .map(history -> history.history().at(view))
                .toList();
    }

    /** Returns a city as it was known; null if no city has that id. */
    public @Nullable City city(String id) {
        CityHistory history = store.cities().get(id);
        return history == null ? null : history.history().at(view);
    }

    /** Returns the links of all chains. */
    public List<ChainLink> links() {
        return store.chains().links();
    }

    /** Returns all chains. */
    public List<IndustrialChain> chains() {
        return store.chains().chains();
    }

    /** Returns the known rows of all lists of a city, sorted by type name, then by key. */
    public List<Object> rows(String city) {
        return rows.computeIfAbsent(city, id -> {
            CityHistory history = store.cities().get(id);
            List<Object> known = new ArrayList<>();
            if (history != null) {
                for (History<?> row : history.rows()) {
                    if (row.known(view)) {
                        known.add(row.at(view));
                    }
                }
            }
            return List.copyOf(known);
        });
    }

    /**
     * Whether a city had declared a list complete, by a statement of that day or an earlier one.
     *
     * @param list the name of the list, for example {@code demands}
     */
    public boolean complete(String city, String list) {
        CityHistory history = store.cities().get(city);
        LocalDate from = history == null ? null : history.complete().get(list);
        return from != null && !(from.equals(CityHistory.TODAY) ? store.asOf() : from).isAfter(view.day());
    }

    /**
     * Returns whether the city holds each link, one row per link.
     *
     * @param exceptProject a project whose own landing is ignored; null for none
     */
    public List<Presence> presences(String city, @Nullable String exceptProject) {
        return holdings(city).presences(exceptProject);
    }

    /**
     * Returns whether the city covers each stage, one row per chain and stage, sorted by both.
     *
     * @param exceptProject a project whose own landing is ignored; null for none
     */
    public List<Coverage> coverages(String city, @Nullable String exceptProject) {
        return holdings(city).coverages(exceptProject);
    }

    /** Whether a project itself holds links in a city, so that ignoring it may change the presences there. */
    public boolean present(String project, String city) {
        ProjectHistory history = store.projects().get(project);
        List<String> links = history == null ? List.of() : history.links(city, view);
        return links == null || !links.isEmpty();
    }

    /** Returns the ids of the projects that are {@linkplain #present present} in a city. */
    public Set<String> present(String city) {
        Set<String> present = new HashSet<>();
        for (ProjectHistory project : store.landed().getOrDefault(city, List.of())) {
            if (present(project.id(), city)) {
                present.add(project.id());
            }
        }
        return present;
    }

    /** Returns the milestones that a project had reached, in order. */
    public List<Milestone> milestones(String project) {
        ProjectHistory history = store.projects().get(project);
        if (history == null || history.milestones().isEmpty()) {
            return List.of();
        }
        List<Milestone> reached = new ArrayList<>();
        for (History<Milestone> milestone : history.milestones()) { // a loop, because it runs for each candidate
            if (milestone.known(view)) {
                Milestone known = milestone.at(view);
                LocalDate day = known.reached();
                if (day != null && !day.isAfter(view.day())) {
                    reached.add(known);
                }
            }
        }
        return List.copyOf(reached);
    }

    /** Returns these facts with assumptions for unknown values. */
    @Internal
    public AssumedFacts assuming(Assumptions assumptions) {
        return new AssumedFacts(this, store, view, assumptions);
    }

    /** Returns the lists of a city with at least one known row. */
    Set<String> listed(String city) {
        Set<String> listed = new TreeSet<>();
        CityHistory history = store.cities().get(city);
        if (history != null) {
            history.rows().stream()
                    .filter(row -> row.known(view))
                    .forEach(row -> listed.add(row.shape().list()));
        }
        return listed;
    }

    Holdings holdings(String city) {
        return holdings.computeIfAbsent(city, id -> new Holdings(store, id, view));
    }
}
