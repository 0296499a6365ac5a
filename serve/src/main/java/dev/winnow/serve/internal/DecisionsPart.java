package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class DecisionsPart implements Part {

    private final Session session;

    DecisionsPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.DECISIONS.path(), request -> Views.drawn(View.DECISIONS, session)));
    }
}
