package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelScope;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Sha256;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Scale;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A blind form: what one assessor of a panel is asked to judge in a round. It contains no judgement, and nothing of the
 * rules.
 *
 * @param panel the panel as it stands before the round
 * @param round the number of the round
 * @param assessor the assessor
 * @param facts the facts that the panel judges, by name
 */
public record BlindForm(Panel panel, int round, Assessor assessor, Map<String, DeclaredProperty> facts) {

    private static final String CONFLICT = "conflict-of-interest";

    /** Answers of an assessor who cannot judge. */
    private static final List<String> CANNOT = List.of("cannot judge", "无法评判");

    /** Number of characters of the digest of a fact. */
    private static final int SHORT = 12;

    public BlindForm {
        facts = Map.copyOf(facts);
    }

    /** Returns the form of an assessor for a round of a panel. */
    public static BlindForm of(Panel panel, int round, Assessor assessor, PanelScope scope) {
        return new BlindForm(panel.before(round), round, assessor, scope.facts());
    }

    /**
     * A project or city with the facts that the assessor is asked to judge.
     *
     * @param id its id
     * @param ofProject whether it is a project
     * @param facts the names of the facts, sorted
     */
    public record Subject(String id, boolean ofProject, List<String> facts) {

        public Subject {
            facts = List.copyOf(facts);
        }

        /** Returns the name in the form of the question about a conflict of interest. */
        public String conflict() {
            return (ofProject ? Vocabulary.PROJECT : Vocabulary.CITY) + "." + CONFLICT;
        }
    }

    /** Whether a name in a form is that of the question about a conflict of interest. */
    public static boolean isConflict(String fact) {
        return FactName.of(fact).property().equals(CONFLICT);
    }

    /** Returns the answer of an assessor who cannot judge. */
    public static String cannotJudge(Language language) {
        return CANNOT.get(language == Language.ZH ? 1 : 0);
    }

    /** Whether an answer says, in either language, that the assessor cannot judge. */
    static boolean saysCannotJudge(String answer) {
        String folded = TextFolding.of(answer);
        return CANNOT.stream().anyMatch(word -> TextFolding.of(word).equals(folded));
    }

    /** Returns the projects and cities that the assessor judges, projects first, by id. */
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        panel.projects().forEach(id -> subjects.add(subject(id, true)));
        panel.cities().forEach(id -> subjects.add(subject(id, false)));
        return subjects.stream().filter(one -> !one.facts().isEmpty()).toList();
    }

    private Subject subject(String id, boolean ofProject) {
        return new Subject(
                id,
                ofProject,
                assessor.judges().stream()
                        .filter(fact -> FactName.of(fact).isOfProject() == ofProject && panel.asks(assessor, id, fact))
                        .toList());
    }

    /** Returns the name of a file with the form, without its ending, and without characters that paths may not have. */
    public String fileName() {
        return (panel.id() + "-round-" + round + "-" + assessor.id()).replaceAll("[^\\p{L}\\p{N}_]+", "-");
    }

    /** Returns the metadata of the form, by key, which identify it when it comes back. */
    public Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("panel.id", panel.id());
        about.put("panel.round", String.valueOf(round));
        about.put("panel.assessor", assessor.id());
        about.put("panel.digest", digest());
        about.put(
                "panel.facts",
                digests().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining("; ")));
        return about;
    }

    /** Returns the SHA-256 of all that is asked, in hexadecimal. */
    String digest() {
        Stream<String> asked = subjects().stream().map(one -> one.id() + " " + String.join(" ", one.facts()));
        return sha256(Stream.of(
                        Stream.of(panel.id(), String.valueOf(round), assessor.id()),
                        asked,
                        digests().entrySet().stream().map(Map.Entry::toString))
                .flatMap(lines -> lines));
    }

    /** Returns a short digest of the question and scale of each fact that the form asks for, by name. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        subjects().stream()
                .flatMap(subject -> subject.facts().stream())
                .distinct()
                .forEach(fact -> {
                    DeclaredProperty property = facts.get(fact);
                    if (property != null) {
                        digests.put(fact, sha256(lines(property)).substring(0, SHORT));
                    }
                });
        return digests;
    }

    /** Returns the texts that define the question of a fact. */
    private static Stream<String> lines(DeclaredProperty fact) {
        Scale scale = fact.scale();
        return Stream.of(
                        Stream.of(
                                fact.component().kind().toString(),
                                String.valueOf(fact.component().unit())),
                        lines(fact.name()),
                        lines(fact.note()),
                        lines(fact.ask()),
                        fact.component().words().stream(),
                        scale == null
                                ? Stream.<String>of()
                                : scale.levels().stream()
                                        .flatMap(level -> Stream.of(
                                                        Stream.of(String.valueOf(level.number())),
                                                        lines(level.name()),
                                                        lines(level.description()))
                                                .flatMap(lines -> lines)))
                .flatMap(lines -> lines);
    }

    private static Stream<String> lines(@Nullable LocalName name) {
        return name == null ? Stream.of("") : Stream.of(Language.values()).map(name::inLanguage);
    }

    private static String sha256(Stream<String> lines) {
        return Sha256.of(lines.collect(Collectors.joining("\n")));
    }
}
