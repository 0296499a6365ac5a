package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class RulesPart implements Part {

    private final Session session;

    RulesPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.RULES.path(), request -> Views.drawn(View.RULES, session)));
    }
}
