package dev.winnow.tables;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.entries.Amendment;
import dev.winnow.tables.entries.EntryWriter;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.mapping.Word;
import dev.winnow.tables.meaning.KnownNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the rows of known projects from those of new ones, and lays what they say over what is known. */
final class KnownProjects {

    private final EntryKinds kinds;
    private final Outcomes outcomes;
    private final ImportWatch watch;
    private final Map<String, List<String>> projects;
    private final KnownNames known;
    private final Map<ReadEntry, List<Node>> amendments = new LinkedHashMap<>();
    private final Set<String> amended = new HashSet<>();
    private Mapping matches = Mapping.NONE;
    private Mapping answers = Mapping.NONE;

    KnownProjects(Universe base, EntryKinds kinds, Outcomes outcomes, ImportWatch watch) {
        this.kinds = kinds;
        this.outcomes = outcomes;
        this.watch = watch;
        this.projects = base.called(kinds.projects().name());
        this.known = new KnownNames(projects);
    }

    /** Heeds what mappings say of whom a name means. */
    void heed(Mapping said) {
        matches = matches.and(said);
    }

    /** Whom names mean by what the watch answered. */
    Mapping answers() {
        return answers;
    }

    /** How many were amended. */
    int amended() {
        return amended.size();
    }

    /** Whether a row is of a project that is not known; one that is amends it, and one that may be is refused. */
    boolean isNew(ReadEntry one, TableRow at) {
        Node node = one.entry().node();
        List<Node> called = Stream.of("name", "zh")
                .map(node::get)
                .filter(Objects::nonNull)
                .filter(Node::isScalar)
                .toList();
        Node id = node.get("id");
        if (called.isEmpty() || id == null || !id.place().equals(called.get(0).place())) {
            return true; // whoever gives an id says which project is meant
        }
        Set<String> met = known.met(called.stream().map(Node::text).toList());
        String name = called.get(0).text();
        Word said = matches.match(name);
        if (met.isEmpty() && said == null) {
            return true;
        }
        String who = said != null && said.confirmed() ? said.text() : null;
        if (who == null) {
            Map<String, List<String>> candidates = new LinkedHashMap<>();
            met.forEach(each -> candidates.put(each, projects.getOrDefault(each, List.of())));
            who = watch.known(at.table().table(), called.get(0).place(), name, candidates);
            if (who != null) {
                matches = matches.match(name, who);
                answers = answers.match(name, who);
            }
        }
        if (who != null && who.equals(Mapping.NEW)) {
            return true;
        }
        List<Problem> problems = new ArrayList<>();
        if (who == null) {
            String first = met.isEmpty() ? Mapping.NEW : met.iterator().next();
            problems.add(TableProblems.mayBeKnown(
                    called.get(0).place(), name, first, projects.getOrDefault(first, List.of())));
        } else if (!projects.containsKey(who)) {
            problems.add((said == null ? called.get(0) : said.said())
                    .problem(Message.of("there is no project `%s`", who), Nearest.advice(who, projects.keySet())));
        }
        if (who == null || !problems.isEmpty()) {
            outcomes.refuse(at, null, problems);
        } else {
            Amendment.untaken(node).forEach(field -> watch.note(TableProblems.notAmended(field.place(), field.key())));
            amendments.put(one, Amendment.of(node, who));
        }
        return false;
    }

    /** Lays what rows say of known projects over them, and passes on what holds. */
    void amend(Universe whole, EntryWriter writer) throws IOException {
        List<Node> all = amendments.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            amendments.keySet().forEach(one -> refuseAmendment(one, List.of()));
            return;
        }
        Universe laid = whole.with(List.of(Amendment.document(all, all.get(0).place())), false, List.of());
        List<Problem> wrong = new ArrayList<>(laid.problems());
        wrong.removeAll(whole.problems());
        List<Problem> conflicts = new ArrayList<>(laid.conflicts());
        conflicts.removeAll(whole.conflicts());
        for (Map.Entry<ReadEntry, List<Node>> one : amendments.entrySet()) {
            Map<Place, ReadEntry> places = new HashMap<>();
            one.getValue().forEach(statement -> EntryJudge.places(statement, one.getKey(), places));
            List<Problem> own = wrong.stream()
                    .filter(problem -> places.containsKey(problem.place()))
                    .toList();
            if (!own.isEmpty() || one.getValue().isEmpty()) {
                refuseAmendment(one.getKey(), own);
                continue;
            }
            outcomes.tally().taken();
            for (Node statement : one.getValue()) {
                amended.add(Objects.requireNonNull(statement.get("project")).text());
                writer.write(Amendment.kind(kinds), null, statement);
            }
        }
        conflicts.forEach(watch::note);
    }

    private void refuseAmendment(ReadEntry one, List<Problem> problems) {
        TableRow at = Objects.requireNonNull(one.at());
        outcomes.refuse(
                at,
                null,
                problems.isEmpty()
                        ? List.of(TableProblems.noEntry(one.entry().node().place()))
                        : problems);
    }
}
