
^
x0Placeholder*
_user_specified_namex0*
dtype0* 
shape:ÿÿÿÿÿÿÿÿÿ
5
unstackUnpackx0*
T0*

axis*	
num
^
AddNAddNunstack	unstack:1	unstack:2	unstack:3	unstack:4	unstack:5*
N*
T0
#
IdentityIdentityAddN*
T0"ª