# Makes src/main/resources/gemwright/onnx/operators.tsv: every operator of every edition, from the
# schemas in the official package; those of ONNX Runtime's own domains from its package.
#
#   python -m venv v && v/bin/pip install onnx==1.23.2 onnxruntime==1.32.0
#   v/bin/python make.py > operators.tsv
#
# Lines, fields separated by tabs:
#   release  OPSET  IR-VERSION  ML-OPSET
#   op  DOMAIN  NAME  SINCE  STATUS  INPUTS  MIN-INPUTS  OUTPUTS  MIN-OUTPUTS  OUTPUT-TYPES  ATTRIBUTES
# INPUTS and OUTPUTS have a letter each: s single, o optional, v variadic (the last). STATUS is
# stable, experimental or deprecated. OUTPUT-TYPES are separated by commas: =N the element type of
# input N, a number of TensorProto.DataType, @NAME what that attribute says (DataType), or ?.
# ATTRIBUTES are NAME:KIND, with ! where required.
import onnx
import onnxruntime
from onnx import TensorProto, defs
from onnxruntime.capi import onnxruntime_pybind11_state as runtime

assert onnx.__version__ == "1.23.2", onnx.__version__
assert onnxruntime.__version__ == "1.32.0", onnxruntime.__version__
LETTER = {"Single": "s", "Optional": "o", "Variadic": "v"}


def letters(parameters):
    return "".join(LETTER[str(p.option).split(".")[-1]] for p in parameters) or "-"


def element(spelling):
    if not spelling.startswith("tensor("):
        return "?"
    return str(getattr(TensorProto, spelling[7:-1].upper()))


def kind(attribute):
    return str(attribute.type).split(".")[-1].replace("_PROTO", "")


def variable_of(parameter):  # the two packages spell it differently
    return parameter.type_str if hasattr(parameter, "type_str") else parameter.typeStr


def output_type(schema, output):
    if schema.name in ("Cast", "Bernoulli", "RandomNormalLike", "RandomUniformLike", "EyeLike"):
        return "@" + ("to" if schema.name == "Cast" else "dtype")
    if schema.name in ("RandomNormal", "RandomUniform", "Multinomial"):
        return "@dtype"
    if schema.name in ("HannWindow", "HammingWindow", "BlackmanWindow"):
        return "@output_datatype"
    variable = variable_of(output)
    for i, parameter in enumerate(schema.inputs):
        if variable_of(parameter) == variable:
            return "=%d" % i
    for constraint in schema.type_constraints:
        if constraint.type_param_str == variable:
            allowed = list(constraint.allowed_type_strs)
            return element(allowed[0]) if len(allowed) == 1 else "?"
    return element(variable)


releases = {}
for row in onnx.helper.VERSION_TABLE:
    _, ir, opset, ml = row[:4]
    releases.setdefault(opset, (ir, ml))
for opset, (ir, ml) in sorted(releases.items()):
    print("release", opset, ir, ml, sep="\t")
schemas = defs.get_all_schemas_with_history() + [
    s for s in runtime.get_all_operator_schema() if s.domain.startswith("com.")
]
for s in sorted(schemas, key=lambda s: (s.domain, s.name, s.since_version)):
    status = "deprecated" if s.deprecated else str(s.support_level).split(".")[-1].lower()
    status = "stable" if status == "common" else status
    attributes = ",".join(
        "%s:%s%s" % (a.name, kind(a), "!" if a.required else "")
        for a in sorted(s.attributes.values(), key=lambda a: a.name)
    )
    types = ",".join(output_type(s, o) for o in s.outputs)
    print(
        "op", s.domain, s.name, s.since_version, status,
        letters(s.inputs), s.min_input, letters(s.outputs), s.min_output,
        types or "-", attributes or "-", sep="\t",
    )
