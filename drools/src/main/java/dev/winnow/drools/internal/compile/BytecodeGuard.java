package dev.winnow.drools.internal.compile;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Checks the bytecode of a compiled pack before it is loaded: its classes may call only what rules need, and cannot
 * loop.
 *
 * <p>Parser, checks and rewriter should already ensure that. The guard reads the resulting bytecode and relies neither
 * on them nor on the compiler.
 */
final class BytecodeGuard {

    /** Methods that a compiled rule may call, by owner; {@code *} stands for every method. */
    private static final Map<String, Set<String>> CALLS = Map.ofEntries(
            Map.entry("java/lang/Boolean", Set.of("valueOf", "booleanValue")),
            Map.entry("java/lang/Integer", Set.of("valueOf", "intValue")),
            Map.entry("java/lang/Long", Set.of("valueOf", "longValue")),
            Map.entry("java/lang/Enum", Set.of("<init>", "valueOf")),
            Map.entry("java/lang/Object", Set.of("<init>")),
            Map.entry("java/lang/String", Set.of("equals", "hashCode")),
            Map.entry("java/lang/System", Set.of("arraycopy")),
            Map.entry("java/lang/IllegalArgumentException", Set.of("<init>")),
            Map.entry("java/lang/RuntimeException", Set.of("<init>")),
            Map.entry("java/util/ArrayList", Set.of("<init>")),
            Map.entry("java/util/Arrays", Set.of("asList")),
            Map.entry("java/util/Collections", Set.of("emptyList")),
            Map.entry("java/util/List", Set.of("add", "addAll")),
            Map.entry(
                    "java/time/format/DateTimeFormatterBuilder",
                    Set.of("<init>", "appendPattern", "parseCaseInsensitive", "toFormatter")),
            Map.entry("org/drools/util/DateUtils", Set.of("getDateFormatMask")),
            Map.entry("org/drools/modelcompiler/util/EvaluationUtil", Set.of("areNullSafeEquals")),
            Map.entry("org/drools/modelcompiler/dsl/pattern/D", Set.of("*")),
            Map.entry(Type.getInternalName(LeastTotal.class), Set.of("<init>")),
            Map.entry(Type.getInternalName(MostTotal.class), Set.of("<init>")),
            Map.entry(Type.getInternalName(Comparisons.class), Set.of("*")),
            Map.entry(Type.getInternalName(Truth.class), Set.of("isCertain", "isPossible")),
            Map.entry(Type.getInternalName(Calculation.class), Set.of("*")),
            Map.entry(Type.getInternalName(Scorecard.class), Set.of("*")),
            Map.entry(Type.getInternalName(Figure.class), Set.of("*")),
            Map.entry(Type.getInternalName(Unit.class), Set.of("of")));

    /** The package of Drools' executable model, which builds descriptions of rules and has no side effects. */
    private static final String MODEL = "org/drools/model/";

    /** A package below {@link #MODEL} that is not allowed, because it writes files. */
    private static final String COMPILER = MODEL + "codegen/";

    private static final Set<String> BOOTSTRAPS =
            Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");

    /** The accessors of the fact types that rules match. */
    private static final Map<String, Set<String>> FACTS = facts();

    private static Map<String, Set<String>> facts() {
        Map<String, Set<String>> facts = new HashMap<>();
        for (Class<? extends Record> type : FactTypes.records()) {
            facts.put(
                    Type.getInternalName(type),
                    Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        facts.put(Type.getInternalName(DeclaredRow.class), Set.of("type", "city", "values"));
        facts.put(
                Type.getInternalName(DeclaredValues.class),
                Set.of("text", "texts", "figure", "rating", "date", "flag"));
        return Map.copyOf(facts);
    }

    private final List<String> packages;
    /** The names of the classes under check. Only these belong to the pack, even if its package contains others. */
    private final Set<String> own = new HashSet<>();

    private @Nullable String finding;
    private String className = "";

    private BytecodeGuard(List<String> packages) {
        this.packages = packages;
    }

    /**
     * Checks classes without loading them.
     *
     * @param packages the allowed packages of the classes, in internal form with a trailing slash
     * @return the first violation, worded for winnow's developers; null if there is none
     */
    static @Nullable String check(Iterable<byte[]> classes, List<String> packages) {
        BytecodeGuard guard = new BytecodeGuard(packages);
        try {
            List<ClassReader> readers = new ArrayList<>();
            for (byte[] bytes : classes) {
                ClassReader reader = new ClassReader(bytes);
                guard.own.add(reader.getClassName());
                readers.add(reader);
            }
            for (ClassReader reader : readers) {
                reader.accept(guard.new Classes(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (RuntimeException e) {
            guard.found("is not a class file");
        }
        return guard.finding;
    }

    private void found(String what) {
        if (finding == null) {
            finding = className + ": " + what;
        }
    }

    private static boolean isModel(String name) {
        return name.startsWith(MODEL) && !name.startsWith(COMPILER);
    }

    private boolean isAllowedCall(String owner, String method) {
        Set<String> methods = CALLS.getOrDefault(owner, FACTS.getOrDefault(owner, Set.of()));
        return own.contains(owner)
                || isModel(owner)
                || owner.startsWith("[")
                || methods.contains("*")
                || methods.contains(method);
    }

    private final class Classes extends ClassVisitor {

        Classes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            className = name;
            if ((version & 0xFFFF) < Opcodes.V1_8) {
                found("is older than Java 8, which allowed further jump instructions");
            }
            if (packages.stream().noneMatch(name::startsWith)) {
                found("is outside the pack's packages");
            }
            if (!"java/lang/Object".equals(superName) && !"java/lang/Enum".equals(superName)) {
                found("extends " + superName);
            }
            for (String implemented : interfaces == null ? new String[0] : interfaces) {
                if (!isModel(implemented)) {
                    found("implements " + implemented);
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
                found("has a native or synchronized method");
            }
            return new Methods();
        }
    }

    private final class Methods extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();

        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!isAllowedCall(owner, name)) {
                found("calls " + owner + "." + name);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
                found("uses the bootstrap method of " + bootstrap.getOwner());
            }
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        /** Checks a constant, which may be a method handle or computed by a method. */
        private void constant(Object value) {
            if (value instanceof Handle handle && !isAllowedCall(handle.getOwner(), handle.getName())) {
                found("refers to " + handle.getOwner() + "." + handle.getName());
            } else if (value instanceof ConstantDynamic) {
                found("computes a constant");
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if ((opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD) && !own.contains(owner)) {
                found("writes " + owner + "." + name);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                found("locks");
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            forward(label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            forward(other);
            forward(labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            forward(other);
            forward(labels);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            found("has an exception handler, which is a jump");
        }

        /** Rejects backward jumps; without them there are no loops. */
        private void forward(Label... labels) {
            if (List.of(labels).stream().anyMatch(passed::contains)) {
                found("jumps backward");
            }
        }
    }
}
