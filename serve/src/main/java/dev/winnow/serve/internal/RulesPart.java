package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

final class RulesPart implements Part {

    private final Desk desk;

    RulesPart(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.page(View.RULES.path(), request -> Views.drawn(View.RULES, desk)));
    }
}
