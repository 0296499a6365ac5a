package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class CandidatesPart implements Part {

    private final Session session;

    CandidatesPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.CANDIDATES.path(), request -> Views.drawn(View.CANDIDATES, session)));
    }
}
