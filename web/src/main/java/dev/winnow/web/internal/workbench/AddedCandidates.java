package dev.winnow.web.internal.workbench;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Own candidates of the user, screened beside the projects of the universe as {@code winnow screen --project FILE} does.
 *
 * @param vocabulary the facts that the documents may state
 * @param documents the candidates as documents of a universe
 * @param problems problems of their files; the affected parts are left out
 * @param only whether only they are shown; ranks cover all projects in any case
 */
public record AddedCandidates(Vocabulary vocabulary, List<Node> documents, List<Problem> problems, boolean only) {

    public AddedCandidates {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** Adds them to the universe of a request, unless it contains them already. */
    public ScreeningRequest over(ScreeningRequest request) {
        if (!own(request.universe()).isEmpty()) {
            return request;
        }
        Universe universe = request.universe().with(vocabulary).with(documents, true, problems);
        ScreeningRequest all = request.over(universe);
        return only ? all.asking(own(universe), Set.copyOf(universe.cityIds())) : all;
    }

    private static Set<String> own(Universe universe) {
        return universe.projects().stream()
                .filter(ProjectEntry::own)
                .map(ProjectEntry::id)
                .collect(Collectors.toSet());
    }
}
