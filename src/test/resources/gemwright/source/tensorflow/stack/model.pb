
Z
x0Placeholder*
_user_specified_namex0*
dtype0*
shape:ÿÿÿÿÿÿÿÿÿ
Z
x1Placeholder*
_user_specified_namex1*
dtype0*
shape:ÿÿÿÿÿÿÿÿÿ
<
stackPackx0x1*
N*
T0*
axisÿÿÿÿÿÿÿÿÿ
$
IdentityIdentitystack*
T0"ª