;; The sweeps of search-lanes.ts: twelve searches at once, four to a vector. After an edit: npm run assemble.
;;
;; Memory, all numbers i32: at 0 the labels, twelve to a node in the order of positions; then, where the parameters say, the
;; arrays of a Hierarchy by the same names. A label plus a cost, each at most 0x3fffffff, does not overflow.
(module
  (import "search" "memory" (memory 1))

  ;; Carries the labels of the nodes taken out up to the neighbours that outlast them, first removed first.
  (func (export "sweepUp")
    (param $removedCount i32) (param $linkStart i32) (param $arriving i32) (param $leaving i32) (param $limit i32)
    (local $own i32) (local $ownEnd i32) (local $link i32) (local $linkEnd i32) (local $other i32)
    (local $a v128) (local $b v128) (local $c v128) (local $cost v128) (local $limits v128)
    (local.set $limits (i32x4.splat (local.get $limit)))
    (local.set $ownEnd (i32.mul (local.get $removedCount) (i32.const 48)))
    (block $done
      (loop $nextNode
        (br_if $done (i32.eq (local.get $own) (local.get $ownEnd)))
        (local.set $a (v128.load (local.get $own)))
        (local.set $b (v128.load offset=16 (local.get $own)))
        (local.set $c (v128.load offset=32 (local.get $own)))
        ;; most nodes lie above no seed
        (if (v128.any_true (i32x4.le_s
              (i32x4.min_s (i32x4.min_s (local.get $a) (local.get $b)) (local.get $c)) (local.get $limits)))
          (then
            (local.set $link (i32.load (local.get $linkStart)))
            (local.set $linkEnd (i32.load offset=4 (local.get $linkStart)))
            (block $linksDone
              (loop $nextLink
                (br_if $linksDone (i32.eq (local.get $link) (local.get $linkEnd)))
                (local.set $other (i32.mul (i32.const 48)
                  (i32.load (i32.add (local.get $arriving) (i32.shl (local.get $link) (i32.const 3))))))
                (local.set $cost (v128.load32_splat
                  (i32.add (local.get $leaving) (i32.shl (local.get $link) (i32.const 2)))))
                (v128.store (local.get $other) (i32x4.min_s
                  (v128.load (local.get $other)) (i32x4.add (local.get $a) (local.get $cost))))
                (v128.store offset=16 (local.get $other) (i32x4.min_s
                  (v128.load offset=16 (local.get $other)) (i32x4.add (local.get $b) (local.get $cost))))
                (v128.store offset=32 (local.get $other) (i32x4.min_s
                  (v128.load offset=32 (local.get $other)) (i32x4.add (local.get $c) (local.get $cost))))
                (local.set $link (i32.add (local.get $link) (i32.const 1)))
                (br $nextLink)))))
        (local.set $own (i32.add (local.get $own) (i32.const 48)))
        (local.set $linkStart (i32.add (local.get $linkStart) (i32.const 4)))
        (br $nextNode))))

  ;; Brings the labels down to every node taken out, last removed first; what lies beyond the limit becomes unreached.
  (func (export "sweepDown")
    (param $removedCount i32) (param $linkStart i32) (param $arriving i32) (param $limit i32) (param $unreached i32)
    (local $own i32) (local $at i32) (local $link i32) (local $linkFirst i32) (local $other i32)
    (local $a v128) (local $b v128) (local $c v128) (local $cost v128) (local $limits v128) (local $none v128)
    (local.set $limits (i32x4.splat (local.get $limit)))
    (local.set $none (i32x4.splat (local.get $unreached)))
    (local.set $own (i32.mul (local.get $removedCount) (i32.const 48)))
    (local.set $at (i32.add (local.get $linkStart) (i32.shl (local.get $removedCount) (i32.const 2))))
    ;; the links of a node end where those of the next begin, so one address runs down through all of them
    (local.set $link (i32.add (local.get $arriving) (i32.shl (i32.load (local.get $at)) (i32.const 3))))
    (block $done
      (loop $nextNode
        (br_if $done (i32.eqz (local.get $own)))
        (local.set $own (i32.sub (local.get $own) (i32.const 48)))
        (local.set $at (i32.sub (local.get $at) (i32.const 4)))
        (local.set $linkFirst (i32.add (local.get $arriving) (i32.shl (i32.load (local.get $at)) (i32.const 3))))
        (local.set $a (v128.load (local.get $own)))
        (local.set $b (v128.load offset=16 (local.get $own)))
        (local.set $c (v128.load offset=32 (local.get $own)))
        (block $linksDone
          (loop $nextLink
            (br_if $linksDone (i32.eq (local.get $link) (local.get $linkFirst)))
            (local.set $link (i32.sub (local.get $link) (i32.const 8)))
            (local.set $other (i32.mul (i32.load (local.get $link)) (i32.const 48)))
            (local.set $cost (v128.load32_splat offset=4 (local.get $link)))
            (local.set $a (i32x4.min_s (local.get $a)
              (i32x4.add (v128.load (local.get $other)) (local.get $cost))))
            (local.set $b (i32x4.min_s (local.get $b)
              (i32x4.add (v128.load offset=16 (local.get $other)) (local.get $cost))))
            (local.set $c (i32x4.min_s (local.get $c)
              (i32x4.add (v128.load offset=32 (local.get $other)) (local.get $cost))))
            (br $nextLink)))
        (v128.store (local.get $own) (v128.bitselect (local.get $none) (local.get $a)
          (i32x4.gt_s (local.get $a) (local.get $limits))))
        (v128.store offset=16 (local.get $own) (v128.bitselect (local.get $none) (local.get $b)
          (i32x4.gt_s (local.get $b) (local.get $limits))))
        (v128.store offset=32 (local.get $own) (v128.bitselect (local.get $none) (local.get $c)
          (i32x4.gt_s (local.get $c) (local.get $limits))))
        (br $nextNode)))))
