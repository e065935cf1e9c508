package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.List;
import java.util.Optional;

/// Carries out the 68 opcodes of protocols 0 to 5 on plain values.
///
/// After Python 3.14 `Lib/pickletools.py` and `Modules/_pickle.c`. Where those would import, call
/// or instantiate something, a value is made that says so. Iterative; every length, depth and count
/// is checked before memory is taken.
final class PickleMachine {
    private static final int PROTOCOL_MAX = 5;
    // A text this long names no class; an outline passes over it.
    private static final int NAME_MAX = 4096;
    private static final long BYTES_KEPT = 256;

    private final PickleInput input;
    private final PickleStack stack;
    private final PickleMemo memo;
    private final ReferenceLog log;
    private final PickleObjects objects;
    private final PickleScalars scalars;
    private final PickleSettings settings;
    private final PickleObject passedOver =
            new PickleObject(PickleNone.NONE, true, PickleTuple.EMPTY, Optional.empty());
    private int protocol;

    PickleMachine(PickleInput input, Budget budget, ReferenceLog log, PickleSettings settings) {
        this.input = input;
        this.log = log;
        this.settings = settings;
        stack = new PickleStack(input, budget);
        memo = new PickleMemo(budget);
        scalars = new PickleScalars(input, budget);
        objects = new PickleObjects(input, budget, log, settings);
    }

    int protocol() {
        return protocol;
    }

    List<PickleObject> persistentIds() {
        return objects.persistentIds();
    }

    /// Runs up to `STOP` and gives what it leaves.
    PickleValue run() throws Problem {
        while (true) {
            int opcode = input.opcode();
            if (opcode == '.') {
                return stack.pop();
            }
            step(opcode);
        }
    }

    private void step(int opcode) throws Problem {
        switch (opcode) {
            case 0x80 -> protocol(input.next());
            case 0x95 -> input.number(8); // FRAME: a hint on how much to read ahead
            case '(' -> stack.mark();
            case '0' -> stack.drop();
            case '1' -> stack.popMark();
            case '2' -> stack.push(stack.top());
            case 'p' -> remember(scalars.index());
            case 'q' -> remember(input.next());
            case 'r' -> remember(input.number(4));
            case 0x94 -> memo.add(memorable(stack.top()));
            case 'g' -> recall(scalars.index());
            case 'h' -> recall(input.next());
            case 'j' -> recall(input.number(4));
            case 'c' -> stack.push(global(scalars.line(), scalars.line()));
            case 0x93 -> stackGlobal();
            case 'P' -> persistent(new PickleText(scalars.line()));
            case 'Q' -> persistent(stack.pop());
            case 0x82, 0x83, 0x84 -> throw Problem.of("pickle.extension", input.place());
            case 0x97 -> throw Problem.of("pickle.outOfBand", input.place());
            case 0x98 -> stack.top(); // READONLY_BUFFER: all our values are
            default -> container(opcode);
        }
    }

    private void container(int opcode) throws Problem {
        switch (opcode) {
            case ']' -> stack.push(objects.list(List.of()));
            case 'l' -> stack.push(objects.list(stack.popMark()));
            case '}' -> stack.push(objects.dict(List.of()));
            case 'd' -> stack.push(objects.dict(stack.popMark()));
            case 0x8f -> stack.push(objects.set(List.of()));
            case 0x91 -> stack.push(objects.set(stack.popMark()));
            case ')' -> stack.push(PickleTuple.EMPTY);
            case 't' -> stack.push(objects.tuple(stack.popMark()));
            case 0x85 -> stack.push(objects.tuple(popped(1)));
            case 0x86 -> stack.push(objects.tuple(popped(2)));
            case 0x87 -> stack.push(objects.tuple(popped(3)));
            case 'a' -> {
                List<PickleValue> item = popped(1);
                objects.append(stack.top(), item);
            }
            case 'e', 0x90 -> {
                List<PickleValue> items = stack.popMark();
                objects.append(stack.top(), items);
            }
            case 's' -> {
                List<PickleValue> pair = popped(2);
                objects.put(stack.top(), pair);
            }
            case 'u' -> {
                List<PickleValue> pairs = stack.popMark();
                objects.put(stack.top(), pairs);
            }
            default -> making(opcode);
        }
    }

    private List<PickleValue> popped(int count) throws Problem {
        PickleValue last = stack.pop();
        if (count == 1) {
            return List.of(last);
        }
        PickleValue before = stack.pop();
        return count == 2 ? List.of(before, last) : List.of(stack.pop(), before, last);
    }

    private void making(int opcode) throws Problem {
        switch (opcode) {
            case 'R' -> {
                PickleValue arguments = stack.pop();
                stack.push(objects.call(stack.pop(), arguments));
            }
            case 0x81 -> {
                PickleValue arguments = stack.pop();
                stack.push(objects.make(stack.pop(), arguments, Optional.empty()));
            }
            case 0x92 -> {
                PickleValue keywords = stack.pop();
                PickleValue arguments = stack.pop();
                stack.push(objects.make(stack.pop(), arguments, Optional.of(keywords)));
            }
            case 'i' -> {
                PickleGlobal maker = global(scalars.line(), scalars.line());
                stack.push(objects.instance(maker, stack.popMark()));
            }
            case 'o' -> {
                List<PickleValue> parts = stack.popMark();
                if (parts.isEmpty()) {
                    throw input.malformed("OBJ without a class");
                }
                stack.push(objects.instance(parts.getFirst(), parts.subList(1, parts.size())));
            }
            case 'b' -> {
                PickleValue state = stack.pop();
                stack.replaceTop(objects.build(stack.top(), state));
            }
            default -> stack.push(scalar(opcode));
        }
    }

    private PickleValue scalar(int opcode) throws Problem {
        return switch (opcode) {
            case 'N' -> PickleNone.NONE;
            case 0x88 -> PickleBoolean.TRUE;
            case 0x89 -> PickleBoolean.FALSE;
            case 'I' -> scalars.decimal();
            case 'L' -> scalars.decimalLong();
            case 'J' -> PickleInteger.of(input.signed());
            case 'K' -> PickleInteger.of(input.next());
            case 'M' -> PickleInteger.of(input.number(2));
            case 0x8a -> scalars.binaryLong(input.next());
            case 0x8b -> scalars.binaryLong(input.signed());
            case 'F' -> scalars.decimalFloat();
            case 'G' -> new PickleFloat(input.real());
            case 'S' -> scalars.quoted();
            case 'V' -> scalars.escapedText();
            case 'T' -> scalars.latin(input.signed());
            case 'U' -> scalars.latin(input.next());
            case 'X' -> text(input.number(4));
            case 0x8c -> text(input.next());
            case 0x8d -> text(input.number(8));
            case 'B' -> bytes(input.number(4));
            case 'C' -> bytes(input.next());
            case 0x8e, 0x96 -> bytes(input.number(8));
            default -> throw Problem.of("pickle.opcode", input.place(), hexadecimal(opcode));
        };
    }

    private static String hexadecimal(int opcode) {
        return String.format("0x%02x", opcode);
    }

    private void protocol(int version) throws Problem {
        if (version > PROTOCOL_MAX) {
            throw Problem.of("pickle.protocol", input.place(), Integer.toString(version));
        }
        protocol = Math.max(protocol, version);
    }

    private PickleValue text(long length) throws Problem {
        if (settings.keep() || (length >= 0 && length <= NAME_MAX)) {
            return scalars.text(length);
        }
        skip(length);
        return PickleBytes.passedOver();
    }

    private PickleValue bytes(long length) throws Problem {
        if (settings.keep() || (length >= 0 && length <= BYTES_KEPT)) {
            return new PickleBytes(input.take(length));
        }
        skip(length);
        return PickleBytes.passedOver(length);
    }

    private void skip(long length) throws Problem {
        if (length < 0) {
            throw input.beyond(length);
        }
        input.skip(length);
    }

    private void remember(long index) throws Problem {
        memo.put(index, memorable(stack.top()));
    }

    /// An outline remembers only what can name, or tell how an array lies in the file.
    private PickleValue memorable(PickleValue value) {
        if (settings.keep()) {
            return value;
        }
        return switch (value) {
            case PickleText _, PickleTuple _, PickleGlobal _, NumpyType _ -> value;
            case PickleInteger _, PickleBoolean _, PickleNone _, NumpyArray _ -> value;
            case PickleObject object -> object.called() ? passedOver : object;
            case PickleBytes bytes -> PickleBytes.passedOver(bytes.size());
            case PickleList _, PickleDict _, PickleSet _ -> passedOver;
            case PickleBigInteger _, PickleFloat _, NumpyScalar _ -> passedOver;
        };
    }

    private void recall(long index) throws Problem {
        stack.push(
                memo.get(index)
                        .orElseThrow(() -> input.malformed("nothing is remembered as " + index)));
    }

    private PickleGlobal global(String module, String name) throws Problem {
        PickleGlobal global = new PickleGlobal(module, name);
        log.named(global, input.opcodeAt());
        return global;
    }

    private void stackGlobal() throws Problem {
        PickleValue name = stack.pop();
        PickleValue module = stack.pop();
        if (module instanceof PickleText(var m) && name instanceof PickleText(var n)) {
            stack.push(global(m, n));
        } else {
            throw input.malformed("STACK_GLOBAL takes two texts");
        }
    }

    private void persistent(PickleValue id) throws Problem {
        if (!settings.persistentIds()) {
            throw Problem.of("pickle.persistentId", input.place());
        }
        stack.push(objects.persistent(id));
    }
}
