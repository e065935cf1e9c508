
^
x0Placeholder*
_user_specified_namex0*
dtype0* 
shape:ÿÿÿÿÿÿÿÿÿ
f
ConstConst*
dtype0*I
value@B>"0“¿pœ?Vß¼šÒ¿dÇ?lNÿ¾Ã¿ˆóñ¾‚ ¿Ó!¾¾pŞ?{°¿
O
einsum/EinsumEinsumx0Const*
N*
T0*
equationabc,cd->abd
,
IdentityIdentityeinsum/Einsum*
T0"ª