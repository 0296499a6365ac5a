package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class PlansPart implements Part {

    private final Session session;

    PlansPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(View.PORTFOLIO.path(), request -> Views.drawn(View.PORTFOLIO, session)),
                Operation.page(View.MATCH.path(), request -> Views.drawn(View.MATCH, session)));
    }
}
