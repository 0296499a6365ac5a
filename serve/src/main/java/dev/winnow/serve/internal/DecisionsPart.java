package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class DecisionsPart implements Part {

    private final Desk desk;

    DecisionsPart(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.DECISIONS.path(), request -> Views.drawn(View.DECISIONS, desk)));
    }
}
