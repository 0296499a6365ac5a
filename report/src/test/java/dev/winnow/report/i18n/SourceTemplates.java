package dev.winnow.report.i18n;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates of messages in the syntax trees of all modules.
 *
 * <p>A parameter of type {@code String} whose name ends in {@code template} takes a template. Every argument for it
 * must be a literal, a choice of literals, a constant, or another such parameter. Descriptions in picocli's annotations
 * are templates, too.
 */
final class SourceTemplates {

    /** Placeholder of picocli for the values of an option. */
    private static final String CANDIDATES = "${COMPLETION-CANDIDATES}";

    private static final Set<String> HELP = Set.of("description", "footer", "header");

    private final Trees trees;
    private final Map<String, Set<Integer>> takers = new TreeMap<>();
    /** Each template, with its first place. */
    private final Map<String, String> templates = new TreeMap<>();

    /** Initial values of variables, by class and name. */
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    /** Each text that {@code Wording.sentence} gets, with its first place. */
    private final Map<String, String> sentences = new TreeMap<>();

    private final Set<String> literals = new TreeSet<>();
    private final List<String> unreadable = new ArrayList<>();

    private SourceTemplates(Trees trees) {
        this.trees = trees;
    }

    /** Reads the sources in folders. */
    static SourceTemplates of(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        SourceTemplates found;
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().endsWith(".java")
                                && !file.endsWith("module-info.java")
                                && !file.endsWith("package-info.java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            found = new SourceTemplates(Trees.instance(task));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(found::declarations);
            units.forEach(found::uses);
        }
        return found;
    }

    /** Returns each template, with its first place. */
    Map<String, String> templates() {
        return templates;
    }

    /** Returns each text that {@code Wording.sentence} gets, with its first place. */
    Map<String, String> sentences() {
        return sentences;
    }

    /** Returns every text literal of the sources. */
    Set<String> literals() {
        return literals;
    }

    /** Returns the arguments for templates whose text cannot be determined. */
    List<String> unreadable() {
        return unreadable;
    }

    private void declarations(CompilationUnitTree unit) {
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String owner) {
                return super.visitClass(type, type.getSimpleName().toString());
            }

            @Override
            public Void visitVariable(VariableTree variable, String owner) {
                if (variable.getInitializer() != null) {
                    constants.put(owner + "." + variable.getName(), variable.getInitializer());
                }
                return super.visitVariable(variable, owner);
            }

            @Override
            public Void visitMethod(MethodTree method, String owner) {
                String name = method.getName().contentEquals("<init>")
                        ? "new " + nested(unit, owner)
                        : owner + "." + method.getName();
                for (int i = 0; i < method.getParameters().size(); i++) {
                    VariableTree parameter = method.getParameters().get(i);
                    if (isTemplate(parameter.getName())
                            && parameter.getType().toString().equals("String")) {
                        takers.computeIfAbsent(name, any -> new TreeSet<>()).add(i);
                    }
                }
                return super.visitMethod(method, owner);
            }
        }.scan(unit, "");
    }

    /** Returns the name of a type; for a nested type, qualified by that of its owner. */
    private static String nested(CompilationUnitTree unit, String type) {
        return type.equals(top(unit)) ? type : top(unit) + "." + type;
    }

    private static String top(CompilationUnitTree unit) {
        return String.valueOf(Path.of(unit.getSourceFile().toUri()).getFileName())
                .replace(".java", "");
    }

    private static boolean isTemplate(CharSequence name) {
        return name.toString().endsWith("template") || name.toString().endsWith("Template");
    }

    /** Returns the value of a constant expression. */
    private String folded(ExpressionTree expression, String owner) {
        if (expression instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (expression instanceof BinaryTree sum) {
            return folded(sum.getLeftOperand(), owner) + folded(sum.getRightOperand(), owner);
        }
        String name = expression.toString();
        ExpressionTree constant = constants.get(name.indexOf('.') < 0 ? owner + "." + name : name);
        if (constant == null) {
            throw new IllegalStateException("no constant " + name + " in " + owner);
        }
        return folded(constant, owner);
    }

    private void uses(CompilationUnitTree unit) {
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String owner) {
                return super.visitClass(
                        type, owner.isEmpty() ? type.getSimpleName().toString() : owner);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, String owner) {
                if (literal.getValue() instanceof String text) {
                    literals.add(text);
                }
                return super.visitLiteral(literal, owner);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, String owner) {
                String name = call.getMethodSelect().toString();
                take(name.indexOf('.') < 0 ? owner + "." + name : name, call.getArguments());
                if (name.endsWith("wording.sentence") || name.endsWith("wording().sentence")) {
                    sentence(call.getArguments().get(0));
                }
                return super.visitMethodInvocation(call, owner);
            }

            @Override
            public Void visitNewClass(NewClassTree call, String owner) {
                String type = call.getIdentifier().toString();
                take("new " + type, call.getArguments());
                take("new " + nested(unit, type), type.equals(top(unit)) ? List.of() : call.getArguments());
                return super.visitNewClass(call, owner);
            }

            @Override
            public Void visitAnnotation(AnnotationTree annotation, String owner) {
                if (Set.of("Command", "Option", "Parameters")
                        .contains(annotation.getAnnotationType().toString())) {
                    for (ExpressionTree argument : annotation.getArguments()) {
                        if (argument instanceof AssignmentTree assignment
                                && HELP.contains(assignment.getVariable().toString())) {
                            help(assignment.getExpression());
                        }
                    }
                }
                return super.visitAnnotation(annotation, owner);
            }

            private void help(ExpressionTree text) {
                if (text instanceof NewArrayTree lines) {
                    lines.getInitializers().forEach(this::help);
                    return;
                }
                String line = folded(text, top(unit));
                if (!line.isBlank() && !line.startsWith("winnow ")) { // examples of commands are not translated
                    templates.putIfAbsent(line.replace(CANDIDATES, "%s"), place(text));
                }
            }

            private String owner(Tree tree) {
                return Path.of(unit.getSourceFile().toUri())
                        .getFileName()
                        .toString()
                        .replace(".java", "");
            }

            private void take(String name, List<? extends ExpressionTree> arguments) {
                for (int i : takers.getOrDefault(name, Set.of())) {
                    if (i < arguments.size() && !isMessage(arguments.get(i))) {
                        template(arguments.get(i));
                    }
                }
            }

            /** Takes literals; texts in variables are passed over. */
            private void sentence(ExpressionTree argument) {
                if (argument instanceof ConditionalExpressionTree choice) {
                    sentence(choice.getTrueExpression());
                    sentence(choice.getFalseExpression());
                } else if (argument instanceof ParenthesizedTree inner) {
                    sentence(inner.getExpression());
                } else if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                    sentences.putIfAbsent(text, place(literal));
                } else if (argument instanceof BinaryTree sum
                        && sum.getLeftOperand() instanceof LiteralTree
                        && sum.getRightOperand() instanceof LiteralTree) {
                    sentences.putIfAbsent(folded(sum, top(unit)), place(sum));
                }
            }

            /** Overloads may take a template or a message. */
            private boolean isMessage(@Nullable ExpressionTree argument) {
                return argument instanceof MethodInvocationTree
                        || (argument instanceof ConditionalExpressionTree choice
                                && isMessage(choice.getTrueExpression()))
                        || (argument instanceof IdentifierTree name
                                && !isTemplate(name.getName())
                                && isMessage(constants.get(top(unit) + "." + name.getName())));
            }

            private void template(ExpressionTree argument) {
                if (argument instanceof ParenthesizedTree inner) {
                    template(inner.getExpression());
                } else if (argument instanceof ConditionalExpressionTree choice) {
                    template(choice.getTrueExpression());
                    template(choice.getFalseExpression());
                } else if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                    templates.putIfAbsent(text, place(literal));
                } else if (argument instanceof IdentifierTree name && isTemplate(name.getName())) {
                    // checked at its callers
                } else if (argument instanceof IdentifierTree name
                        && constants.containsKey(top(unit) + "." + name.getName())) {
                    template(constants.get(top(unit) + "." + name.getName()));
                } else {
                    unreadable.add(place(argument) + ": " + argument);
                }
            }

            private String place(Tree tree) {
                return Path.of(unit.getSourceFile().toUri()).getFileName() + ":"
                        + unit.getLineMap()
                                .getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            }
        }.scan(unit, "");
    }
}
