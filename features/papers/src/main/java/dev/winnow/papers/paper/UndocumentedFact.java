package dev.winnow.papers.paper;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.WhatIf;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a project that no document supports: none of its statements names a source that the universe lists.
 *
 * @param fact its name: {@code project.fundingSecured}
 * @param statement its latest statement
 * @param ofOwner whether it is the owner of the project who knows the fact, so that the statement is the owner's word
 * @param otherwise the verdict if the fact is not so, the furthest from the present one; null if it stays the same
 */
public record UndocumentedFact(
        String fact,
        Citation statement,
        boolean ofOwner,
        @Nullable Verdict otherwise) {

    private static final String OWNER = "owner";

    /**
     * Finds the undocumented facts that a rule reads, those on which the verdict depends first, then by name. Each is
     * screened again as if it were unknown and, where it has one, with its opposite.
     *
     * @param assessment an assessment made by the session
     */
    public static List<UndocumentedFact> of(ScreeningSession session, Assessment assessment) {
        Universe universe = session.universe();
        Vocabulary vocabulary = universe.vocabulary();
        Set<String> documents =
                universe.sources().stream().map(Universe.Source::id).collect(Collectors.toSet());
        Map<String, List<Citation>> stated = new LinkedHashMap<>();
        for (Citation one : session.statements(assessment)) {
            String fact = Vocabulary.PROJECT + "." + one.property();
            stated.computeIfAbsent(fact, any -> new ArrayList<>()).add(one);
        }
        WhatIf whatIf = session.whatIf(assessment);
        List<UndocumentedFact> found = new ArrayList<>();
        stated.forEach((fact, statements) -> {
            if (statements.stream().noneMatch(one -> isListed(one.evidence().source(), documents))) {
                List<Assessment> others = whatIf.without(fact);
                if (!others.isEmpty()) {
                    found.add(new UndocumentedFact(
                            fact,
                            statements.get(statements.size() - 1),
                            vocabulary
                                    .question(FactName.of(fact))
                                    .who()
                                    .inLanguage(Language.EN)
                                    .equals(OWNER),
                            furthest(assessment.verdict(), others)));
                }
            }
        });
        found.sort(Comparator.comparing((UndocumentedFact one) -> one.otherwise == null)
                .thenComparing(UndocumentedFact::fact));
        return found;
    }

    private static boolean isListed(@Nullable String source, Set<String> documents) {
        return source != null && documents.contains(Names.sourceId(source));
    }

    private static @Nullable Verdict furthest(Verdict now, List<Assessment> others) {
        Set<Verdict> found = others.stream().map(Assessment::verdict).collect(Collectors.toSet());
        return Stream.of(Verdict.DECLINE, Verdict.RECOMMEND, Verdict.HOLD)
                .filter(other -> other != now && found.contains(other))
                .findFirst()
                .orElse(null);
    }
}
