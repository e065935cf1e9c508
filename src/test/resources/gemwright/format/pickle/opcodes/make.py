"""Makes opcodes.tsv beside it: for each of the 68 opcodes a pickle that has it, and what Python reads there.

    python make.py

The committed file comes from Python 3.11 with scikit-learn==1.9.1. A line is the opcode's name in pickletools, the
pickle in hexadecimal, and the value as written by `said`, or `refused` where Python refuses it too.
"""
import os, pickle, pickletools, struct, warnings

HERE = os.path.dirname(os.path.abspath(__file__))
SCALER = b"csklearn.preprocessing._data\nMaxAbsScaler\n"
STATE = b"}X\x04\x00\x00\x00copyK\x01s"

PICKLES = {
    "INT": b"(I-7\nI01\nI00\nt.",
    "BININT": b"J\xfe\xff\xff\xff.",
    "BININT1": b"K\xff.",
    "BININT2": b"M\x01\xff.",
    "LONG": b"(L123456789012345678901234567890L\nL-5L\nt.",
    "LONG1": b"(\x8a\x00\x8a\x01\xff\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x80\x00\x8a\x02\x00\x80t.",
    "LONG4": b"\x8b\x03\x00\x00\x00\x01\x02\x83.",
    "STRING": b"(S'a\\'\\x41\\n'\nS\"b\"\nt.",
    "BINSTRING": b"T\x03\x00\x00\x00abc.",
    "SHORT_BINSTRING": b"U\x02xy.",
    "BINBYTES": b"B\x02\x00\x00\x00\x00\xff.",
    "SHORT_BINBYTES": b"C\x03\x80\x00\x2e.",
    "BINBYTES8": b"\x8e\x01\x00\x00\x00\x00\x00\x00\x00\x07.",
    "BYTEARRAY8": b"\x96\x02\x00\x00\x00\x00\x00\x00\x00\x07\x08.",
    "NEXT_BUFFER": b"\x97.",
    "READONLY_BUFFER": b"C\x01\x01\x98.",
    "NONE": b"N.",
    "NEWTRUE": b"\x88.",
    "NEWFALSE": b"\x89.",
    "UNICODE": b"V\\u7422\\u7389 \xe9\n.",
    "SHORT_BINUNICODE": b"\x8c\x03\xe7\x90\xa2.",
    "BINUNICODE": b"X\x04\x00\x00\x00\xf0\x9f\x90\x8d.",
    "BINUNICODE8": b"\x8d\x01\x00\x00\x00\x00\x00\x00\x00q.",
    "FLOAT": b"(F0.1\nF-1e-320\nFnan\nF-inf\nt.",
    "BINFLOAT": b"G\x3f\xf8\x00\x00\x00\x00\x00\x01.",
    "EMPTY_LIST": b"].",
    "APPEND": b"]K\x01a.",
    "APPENDS": b"](K\x01K\x02e.",
    "LIST": b"(K\x01Nl.",
    "EMPTY_TUPLE": b").",
    "TUPLE": b"(K\x01K\x02K\x03K\x04t.",
    "TUPLE1": b"K\x01\x85.",
    "TUPLE2": b"K\x01K\x02\x86.",
    "TUPLE3": b"K\x01K\x02K\x03\x87.",
    "EMPTY_DICT": b"}.",
    "DICT": b"(K\x01NK\x02\x88d.",
    "SETITEM": b"}K\x01Ns.",
    "SETITEMS": b"}(K\x01NK\x02\x88K\x01\x89u.",
    "EMPTY_SET": b"\x8f.",
    "ADDITEMS": b"\x8f(K\x05K\x05\x90.",
    "FROZENSET": b"(K\x05\x91.",
    "POP": b"K\x01K\x020.",
    "DUP": b"K\x012\x86.",
    "MARK": b"K\x01(K\x02K\x031.",
    "POP_MARK": b"(](K\x01K\x021t.",
    "GET": b"]p300\ng300\n\x86.",
    "BINGET": b"]q\x07h\x07\x86.",
    "LONG_BINGET": b"]r\x00\x01\x00\x00j\x00\x01\x00\x00\x86.",
    "PUT": b"(K\x01p0\nK\x02p1\ng0\nt.",
    "BINPUT": b"(K\x01q\x00K\x02q\x00h\x00t.",
    "LONG_BINPUT": b"K\x01r\xff\xff\x00\x00j\xff\xff\x00\x00\x86.",
    "MEMOIZE": b"(K\x01\x94K\x02\x94h\x01h\x00t.",
    "EXT1": b"\x82\x01.",
    "EXT2": b"\x83\x01\x00.",
    "EXT4": b"\x84\x01\x00\x00\x00.",
    "GLOBAL": SCALER + b".",
    "STACK_GLOBAL": b"\x8c\x1bsklearn.preprocessing._data\x8c\x0cMaxAbsScaler\x93.",
    "REDUCE": b"cbuiltins\nset\n(]K\x03atR.",
    "BUILD": SCALER + b")\x81" + STATE + b"b.",
    "INST": b"(isklearn.preprocessing._data\nMaxAbsScaler\n" + STATE + b"b.",
    "OBJ": b"(" + SCALER + b"o" + STATE + b"b.",
    "NEWOBJ": SCALER + b")\x81.",
    "NEWOBJ_EX": SCALER + b")}\x92" + STATE + b"b.",
    "PROTO": b"\x80\x05N.",
    "STOP": b"K\x01.",
    "FRAME": b"\x80\x04\x95\x02\x00\x00\x00\x00\x00\x00\x00N.",
    "PERSID": b"Pweights\n.",
    "BINPERSID": b"K\x01Q.",
}


def name(kind):
    return ".".join([part for part in kind.__module__.split(".") if not part.startswith("_")] + [kind.__qualname__])


def said(value):
    if value is None or isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, float):
        return "f:" + struct.pack(">d", value).hex() if value == value else "f:nan"
    if isinstance(value, str):
        return '"%s"' % value.replace("\n", "\\n")
    if isinstance(value, (bytes, bytearray)):
        return "b:" + value.hex()
    if isinstance(value, (list, tuple, set, frozenset)):
        before, after = ("[", "]") if isinstance(value, list) else ("(", ")") if isinstance(value, tuple) else ("{", "}")
        return before + ", ".join(map(said, value)) + after
    if isinstance(value, dict):
        return "dict{" + ", ".join(said(key) + ": " + said(one) for key, one in value.items()) + "}"
    if isinstance(value, type):
        return "class " + name(value)
    return name(type(value)) + said(vars(value))


def main():
    wanted = {opcode.name for opcode in pickletools.opcodes}
    assert wanted == set(PICKLES), (wanted ^ set(PICKLES))
    warnings.simplefilter("ignore")
    with open(os.path.join(HERE, "opcodes.tsv"), "w", encoding="utf-8", newline="\n") as out:
        for opcode, data in PICKLES.items():
            assert opcode in {found.name for found, _, _ in pickletools.genops(data)}, opcode
            try:
                value = said(pickle.loads(data, encoding="latin1"))
            except (pickle.UnpicklingError, ValueError):
                value = "refused"
            out.write("%s\t%s\t%s\n" % (opcode, data.hex(), value))


if __name__ == "__main__":
    main()
