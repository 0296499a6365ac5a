package dev.winnow.cli.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * Turns the lambdas and method references of jars into classes. Java links each when it is first met, by code of its own that
 * runs cold; a class comes from the archive that Java starts from. {@link Build} runs this source file once Maven has built.
 *
 * <p>A class made here does what the one would do that Java makes: it keeps what the lambda captures, and converts what it is
 * called with. It belongs to the nest of the class that it comes from, so that it may call the private method that holds the
 * lambda's code. A lambda that can be serialized, or has more than one interface, stays as it is.
 */
final class Lambdas {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String CLASS = ".class";

    /** The classes made so far for a jar, by their internal names. */
    private final Map<String, byte[]> made = new LinkedHashMap<>();

    /** The names of those, by the host of their nest. */
    private final Map<String, List<String>> nests = new LinkedHashMap<>();

    private Lambdas() {}

    /**
     * Takes jars, which are written anew where they have lambdas.
     *
     * @param arguments the jars
     */
    public static void main(String[] arguments) throws IOException {
        for (String jar : arguments) {
            replaceIn(Path.of(jar));
        }
    }

    /** Replaces the lambdas in a jar; all of them or, if anything goes wrong, none. */
    static void replaceIn(Path jar) throws IOException {
        Lambdas lambdas = new Lambdas();
        Map<ZipEntry, byte[]> content = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                try (InputStream bytes = file.getInputStream(entry)) {
                    content.put(entry, bytes.readAllBytes());
                }
            }
        }
        content.replaceAll((entry, bytes) -> isClass(entry) ? lambdas.without(bytes) : bytes);
        if (lambdas.made.isEmpty()) {
            return;
        }
        content.replaceAll((entry, bytes) -> isClass(entry) ? lambdas.host(bytes) : bytes);
        Path draft = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipOutputStream written = new ZipOutputStream(Files.newOutputStream(draft))) {
            for (Map.Entry<ZipEntry, byte[]> each : content.entrySet()) {
                write(written, each.getKey().getName(), each.getKey(), each.getValue());
            }
            ZipEntry like = content.keySet().iterator().next();
            for (Map.Entry<String, byte[]> each : lambdas.made.entrySet()) {
                write(written, each.getKey() + CLASS, like, each.getValue());
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(CLASS) && !entry.getName().endsWith("module-info" + CLASS);
    }

    /** With the time of another entry, so that the same jar comes of the same jar. */
    private static void write(ZipOutputStream written, String name, ZipEntry like, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(like.getTimeLocal());
        written.putNextEntry(entry);
        written.write(bytes);
        written.closeEntry();
    }

    // --- The class that has lambdas ---

    /** The same class, which calls the classes made for its lambdas. */
    private byte[] without(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Replacing(writer, reader.getClassName()), 0);
        return writer.toByteArray();
    }

    private final class Replacing extends ClassVisitor {

        private final String name;
        private String host;
        private int version;
        private int count;

        Replacing(ClassVisitor next, String name) {
            super(Opcodes.ASM9, next);
            this.name = name;
            this.host = name;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.version = version;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle factory, Object... arguments) {
                    if (!factory.getOwner().equals(FACTORY)
                            || !factory.getName().equals("metafactory")
                            || version < Opcodes.V11) {
                        super.visitInvokeDynamicInsn(called, type, factory, arguments);
                        return;
                    }
                    Lambda lambda = new Lambda(
                            name + "$Lambda" + count++, called, type, (Type) arguments[0], (Handle) arguments[1], (Type)
                                    arguments[2]);
                    made.put(lambda.name, lambda.bytes(version, host));
                    nests.computeIfAbsent(host, none -> new ArrayList<>()).add(lambda.name);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda.name, Lambda.MAKE, type, false);
                }
            };
        }
    }

    /** The same class, as the host of the classes that joined its nest. */
    private byte[] host(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<String> members = nests.get(reader.getClassName());
        if (members == null) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Hosting(writer, members), 0);
        return writer.toByteArray();
    }

    /** Names members where the format of classes wants them: before inner classes, components, fields and methods. */
    private static final class Hosting extends ClassVisitor {

        private final List<String> members;
        private boolean named;

        Hosting(ClassVisitor next, List<String> members) {
            super(Opcodes.ASM9, next);
            this.members = members;
        }

        private void name() {
            if (!named) {
                named = true;
                members.forEach(super::visitNestMember);
            }
        }

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {
            name();
            super.visitInnerClass(name, outer, inner, access);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
            name();
            return super.visitRecordComponent(name, descriptor, signature);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            name();
            return super.visitField(access, name, descriptor, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            name();
            return super.visitMethod(access, name, descriptor, signature, exceptions);
        }
    }

    // --- The class that is made ---

    /**
     * A lambda as the bytecode says it.
     *
     * @param name the class to make
     * @param method the method of its interface
     * @param captured a descriptor: what it captures, and its interface
     * @param erased that method as the interface declares it
     * @param code what the lambda does
     * @param typed the method as it is called, with what stands for the interface's variables
     */
    private record Lambda(String name, String method, String captured, Type erased, Handle code, Type typed) {

        static final String MAKE = "make";
        private static final String CONSTRUCTOR = "<init>";
        private static final String OBJECT = "java/lang/Object";

        byte[] bytes(int version, String host) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            String[] interfaces = {Type.getReturnType(captured).getInternalName()};
            writer.visit(version, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, OBJECT, interfaces);
            writer.visitNestHost(host);
            Type[] kept = Type.getArgumentTypes(captured);
            for (int i = 0; i < kept.length; i++) {
                writer.visitField(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), kept[i].getDescriptor(), null, null)
                        .visitEnd();
            }
            constructor(writer, kept);
            make(writer, kept);
            call(writer, kept);
            writer.visitEnd();
            return writer.toByteArray();
        }

        private static String field(int index) {
            return "kept" + index;
        }

        private static void end(MethodVisitor to, int instruction) {
            to.visitInsn(instruction);
            to.visitMaxs(0, 0);
            to.visitEnd();
        }

        private void constructor(ClassWriter writer, Type... kept) {
            String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, kept);
            MethodVisitor to = writer.visitMethod(Opcodes.ACC_PRIVATE, CONSTRUCTOR, descriptor, null, null);
            to.visitCode();
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
            int at = 1;
            for (int i = 0; i < kept.length; i++) {
                to.visitVarInsn(Opcodes.ALOAD, 0);
                to.visitVarInsn(kept[i].getOpcode(Opcodes.ILOAD), at);
                to.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), kept[i].getDescriptor());
                at += kept[i].getSize();
            }
            end(to, Opcodes.RETURN);
        }

        private void make(ClassWriter writer, Type... kept) {
            MethodVisitor to = writer.visitMethod(Opcodes.ACC_STATIC, MAKE, captured, null, null);
            to.visitCode();
            to.visitTypeInsn(Opcodes.NEW, name);
            to.visitInsn(Opcodes.DUP);
            int at = 0;
            for (Type one : kept) {
                to.visitVarInsn(one.getOpcode(Opcodes.ILOAD), at);
                at += one.getSize();
            }
            String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, kept);
            to.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, descriptor, false);
            end(to, Opcodes.ARETURN);
        }

        private void call(ClassWriter writer, Type... kept) {
            MethodVisitor to = writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
            to.visitCode();
            boolean makes = code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            Type owner = Type.getObjectType(code.getOwner());
            if (makes) {
                to.visitTypeInsn(Opcodes.NEW, code.getOwner());
                to.visitInsn(Opcodes.DUP);
            }
            List<Type> wanted = new ArrayList<>();
            if (!makes && code.getTag() != Opcodes.H_INVOKESTATIC) {
                wanted.add(owner);
            }
            wanted.addAll(List.of(Type.getArgumentTypes(code.getDesc())));
            for (int i = 0; i < kept.length; i++) {
                to.visitVarInsn(Opcodes.ALOAD, 0);
                to.visitFieldInsn(Opcodes.GETFIELD, name, field(i), kept[i].getDescriptor());
                Conversion.write(to, kept[i], wanted.get(i));
            }
            Type[] given = erased.getArgumentTypes();
            int at = 1;
            for (int i = 0; i < given.length; i++) {
                to.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), at);
                at += given[i].getSize();
                Type meant = typed.getArgumentTypes()[i];
                Conversion.write(to, given[i], meant);
                Conversion.write(to, meant, wanted.get(kept.length + i));
            }
            to.visitMethodInsn(instruction(), code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
            Type result = makes ? owner : Type.getReturnType(code.getDesc());
            Type asked = erased.getReturnType();
            if (asked.equals(Type.VOID_TYPE)) {
                if (!result.equals(Type.VOID_TYPE)) {
                    to.visitInsn(result.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
                }
            } else {
                Conversion.write(to, result, typed.getReturnType());
                Conversion.write(to, typed.getReturnType(), asked);
            }
            end(to, asked.getOpcode(Opcodes.IRETURN));
        }

        /** A private method of the nest is called like any other. */
        private int instruction() {
            return switch (code.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                default -> code.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            };
        }
    }

    /** Makes a value of one type a value of another, as Java converts what a lambda is called with and answers. */
    private static final class Conversion {

        private static final Map<Type, Class<?>> BOXES = Map.of(
                Type.BOOLEAN_TYPE, Boolean.class,
                Type.CHAR_TYPE, Character.class,
                Type.BYTE_TYPE, Byte.class,
                Type.SHORT_TYPE, Short.class,
                Type.INT_TYPE, Integer.class,
                Type.FLOAT_TYPE, Float.class,
                Type.LONG_TYPE, Long.class,
                Type.DOUBLE_TYPE, Double.class);

        private static final Map<String, Type> UNBOXED = new HashMap<>();

        static {
            BOXES.forEach((type, box) -> UNBOXED.put(Type.getInternalName(box), type));
        }

        private Conversion() {}

        static void write(MethodVisitor to, Type from, Type into) {
            if (from.equals(into)) {
                return;
            }
            boolean primitive = BOXES.containsKey(from);
            if (primitive && BOXES.containsKey(into)) {
                widen(to, from, into);
            } else if (primitive) {
                String box = Type.getInternalName(BOXES.get(from));
                String descriptor = Type.getMethodDescriptor(Type.getObjectType(box), from);
                to.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
            } else if (BOXES.containsKey(into)) {
                unbox(to, from, into);
            } else if (!into.getInternalName().equals(Lambda.OBJECT)) {
                to.visitTypeInsn(Opcodes.CHECKCAST, into.getInternalName());
            }
        }

        /** A number of a type that is not known here answers by itself with what is asked for. */
        private static void unbox(MethodVisitor to, Type from, Type into) {
            Type held = UNBOXED.get(from.getInternalName());
            String box = from.getInternalName();
            if (held == null) {
                held = into;
                boolean number = !into.equals(Type.BOOLEAN_TYPE) && !into.equals(Type.CHAR_TYPE);
                box = Type.getInternalName(number ? Number.class : BOXES.get(into));
                to.visitTypeInsn(Opcodes.CHECKCAST, box);
            }
            String method = held.getClassName() + "Value";
            to.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, method, Type.getMethodDescriptor(held), false);
            write(to, held, into);
        }

        private static void widen(MethodVisitor to, Type from, Type into) {
            boolean whole = from.getSort() <= Type.INT;
            if (whole && into.equals(Type.LONG_TYPE)) {
                to.visitInsn(Opcodes.I2L);
            } else if (whole && into.equals(Type.DOUBLE_TYPE)) {
                to.visitInsn(Opcodes.I2D);
            } else if (whole && into.equals(Type.FLOAT_TYPE)) {
                to.visitInsn(Opcodes.I2F);
            } else if (from.equals(Type.LONG_TYPE)) {
                to.visitInsn(into.equals(Type.DOUBLE_TYPE) ? Opcodes.L2D : Opcodes.L2F);
            } else if (from.equals(Type.FLOAT_TYPE)) {
                to.visitInsn(Opcodes.F2D);
            }
            // What is smaller than an int is one already.
        }
    }
}
